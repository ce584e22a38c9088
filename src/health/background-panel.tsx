import { elapsedMs } from '../market/elapsed.ts'
import type { Health } from '../shared/messages/health.ts'
import { FactList, type Fact } from './fact-list.tsx'
import type { HealthState } from './health-state.ts'
import { agoText, sizeText } from './health-words.ts'
import type { HealthWords } from './words.ts'

interface Props {
  readonly state: HealthState
  readonly words: HealthWords
  /** Wall clock (ms). */
  readonly now: number
}

/** The extension as a whole: what runs, what the browser grants, what is stored. */
export function BackgroundPanel({ state, words, now }: Props) {
  const { say, format } = words
  const { own, background, venues, unanswered } = state
  const { localBytes, storage } = own
  const facts: readonly Fact[] = [
    [say('background'), backgroundText(background, words, now)],
    [say('alarm'), alarmText(own.alarmAt, words)],
    [say('notifications'), say(notificationsKey(own.notificationsAllowed))],
    [say('pairs'), format.count(venues.reduce((sum, { state: { pairs } }) => sum + pairs, 0))],
    [
      say('parts'),
      unanswered.length === 0
        ? say('parts.none')
        : unanswered.map((part) => say(`part.${part}`)).join(say('list.join')),
    ],
    [
      say('storage'),
      storage
        ? say('storage.used', { used: sizeText(words, storage.usage), quota: sizeText(words, storage.quota) })
        : say('unknown'),
    ],
    [say('storage.local'), localBytes === undefined ? say('unknown') : sizeText(words, localBytes)],
    [say('version'), own.version],
    [say('browser'), own.browser],
  ]
  const setAside = background?.setAside
  return (
    <section class="panel" aria-labelledby="background-title">
      <h2 id="background-title">{say('whole')}</h2>
      <FactList
        facts={[
          ...facts,
          ...(setAside ? [[say('set-aside'), <SetAsideList {...{ setAside, words, now }} />] as const] : []),
        ]}
      />
    </section>
  )
}

/** What was stored and found damaged. */
function SetAsideList({
  setAside,
  words,
  now,
}: Omit<Props, 'state'> & { readonly setAside: NonNullable<Health['setAside']> }) {
  if (setAside.length === 0) return <>{words.say('parts.none')}</>
  return (
    <ul>
      {setAside.map(({ what, reason, at }) => (
        <li key={`${at} ${what}`}>
          {what} <small>{`${agoText(words, at, now, '')} · ${reason}`}</small>
        </li>
      ))}
    </ul>
  )
}

function backgroundText(background: HealthState['background'], words: HealthWords, now: number): string {
  if (background === null) return words.say('asking')
  return background
    ? words.say('background.runs', { length: words.format.length(elapsedMs(background.startedAt, now)) })
    : words.say('no-answer')
}

/** `at`: of the next alarm; null: there is none; undefined: unknown. */
function alarmText(at: number | null | undefined, { say, format }: HealthWords): string {
  if (at === undefined) return say('unknown')
  return at === null ? say('alarm.none') : say('alarm.next', { time: format.clock(at, 'second') })
}

function notificationsKey(allowed: boolean | undefined) {
  if (allowed === undefined) return 'unknown'
  return allowed ? 'notifications.on' : 'notifications.off'
}
