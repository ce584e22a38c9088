import type { SourceCheck } from '../market/official.ts'
import type { VenueState } from '../market/venue-state.ts'
import { hostOf } from '../shared/official.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import { venueStateText } from '../ui/words/venue-words.ts'
import { FactList, type Fact } from './fact-list.tsx'
import type { ShownVenue } from './health-state.ts'
import { agoText } from './health-words.ts'
import type { HealthWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

interface Props {
  readonly health: ShownVenue
  readonly sources: readonly SourceCheck[]
  readonly words: HealthWords
  /** Wall clock (ms). */
  readonly now: number
}

/** One venue: its data, what was lost of them, its requests and its official sources. */
export function VenuePanel({ health, sources, words, now }: Props) {
  const { state, spentShare, savedAt } = health
  const { say, format } = words
  const { icon, text, isProblem } = venueStateText(words, state, now)
  const { refused = 0, unanswered = 0 } = state.subscriptions ?? {}
  const facts: readonly Fact[] = [
    [say('data'), agoText(words, state.receivedAt, now, say('data.none'))],
    [say('dropped'), droppedText(words, state)],
    [say('subscriptions'), say('subscriptions.lost', { refused, unanswered })],
    ...(state.reason === null ? [] : [[say('reason'), state.reason] as const]),
    ...(state.retryAt === null ? [] : [[say('next'), format.clock(state.retryAt, 'second')] as const]),
    ...(spentShare === undefined ? [] : [[say('requests'), requestsText(words, spentShare)] as const]),
    ...(savedAt === undefined
      ? []
      : [[say('saved'), agoText(words, savedAt, now, say('saved.none'))] as const]),
    [say('sources'), <Sources {...{ sources, words, now }} />],
  ]
  return (
    <section class={isProblem ? 'panel is-bad' : 'panel'} aria-labelledby={`venue-${state.venue}`}>
      <header>
        <h3 id={`venue-${state.venue}`}>{venueName(state.venue, words.lang)}</h3>
        <span class="state">
          <PageIcon name={icon} />
          {text}
        </span>
        <span>{say('pairs.n', { n: state.pairs })}</span>
      </header>
      <FactList facts={facts} />
    </section>
  )
}

const requestsText = ({ say, format }: HealthWords, spentShare: number | null) =>
  spentShare === null ? say('requests.none') : say('requests.spent', { share: format.share(spentShare) })

/** Rows that were not taken: their share of late, with an example, and their number since the start. */
function droppedText({ say, format }: HealthWords, state: VenueState) {
  const { dropped, droppedShare = 0, droppedExample } = state
  const since = say('dropped.since', { n: dropped })
  if (droppedShare === 0) return since
  const share = droppedShare < 0.01 ? say('dropped.less') : format.share(droppedShare)
  return (
    <>
      {say('dropped.share', { share })}
      {droppedExample !== undefined && <small>{say('dropped.example', { example: droppedExample })}</small>}
      <small>{since}</small>
    </>
  )
}

/** When each official source last answered, and why one did not. */
function Sources({ sources, words, now }: Omit<Props, 'health'>) {
  const { say } = words
  if (sources.length === 0) return <>{say('sources.none')}</>
  return (
    <ul>
      {sources.map(({ source, what, at, reason }) => (
        <li key={`${what} ${source}`}>
          {say(`source.${what}`)} <span class="host">{hostOf(source)}</span>{' '}
          {agoText(words, at, now, say('data.none'))}
          {reason !== null && <small>{reason}</small>}
        </li>
      ))}
    </ul>
  )
}
