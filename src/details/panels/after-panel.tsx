import { historyAddress } from '../../shared/details-address.ts'
import type { Outcome, PastEpisode } from '../../shared/messages/queries.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { valueOf } from '../answer.ts'
import { Nothing } from './nothing.tsx'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'
import type { Shown } from '../scene.ts'
import type { DetailsWords } from '../words.ts'

/** More earlier episodes than this are for the history. */
const most = 6
const columns = [
  ['after15min', 'after.quarter'],
  ['after1h', 'after.hour'],
  ['after24h', 'after.day'],
] as const

/** How this episode and earlier ones of the pair went on; what is known of such episodes in general. */
export function AfterPanel({ scene, facts, words }: Part) {
  const { say } = words
  const { episode } = scene
  const rows = rowsOf(valueOf(facts.history, []), facts.found, scene)
  return (
    <Panel name="after" title={say('after.title')} aside={say('after.aside')}>
      {rows.length > 0 ? (
        <table class="t">
          <thead>
            <tr>
              <th scope="col">{say('after.episode')}</th>
              {columns.map(([field, name]) => (
                <th key={field} scope="col" class="r">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((past) => (
              <AfterRow key={past.episode.id} own={past.episode.id === episode?.id} {...{ past, words }} />
            ))}
          </tbody>
        </table>
      ) : (
        <Nothing answer={facts.history.kind} words={words} none={say('after.none')} />
      )}
      <p class="note">
        {rows.length > 0 ? say('after.note') : null}
        {episode?.kind === 'pump' && <> {say('past.pump')}</>}{' '}
        <a href={historyAddress(scene.pair)}>{say('after.history')}</a>
      </p>
    </Panel>
  )
}

/** Of the same pair alone, this episode first. */
function rowsOf(
  history: readonly PastEpisode[],
  found: PastEpisode | null,
  { venue, pair, episode }: Shown,
): readonly PastEpisode[] {
  const isOwn = (past: PastEpisode) => past.episode.id === episode?.id
  const same = history.filter(
    ({ episode: { venue: at, base, quote } }) =>
      at === venue && base === (pair?.base ?? null) && quote === (pair?.quote ?? null),
  )
  const own = same.find(isOwn) ?? (found && isOwn(found) ? found : null)
  return [...(own ? [own] : []), ...same.filter((past) => !isOwn(past))].slice(0, most)
}

function AfterRow({ past, own, words }: { past: PastEpisode; own: boolean; words: DetailsWords }) {
  const { episode, outcome } = past
  const { say } = words
  const day = words.format.moment(episode.startedAt, 0)
  return (
    <tr>
      <th scope="row" class={`tier-${episode.tier}`}>
        <TierIcon tone={episode.tier} />
        <span class="spoken">{say(`tier.${episode.tier}`)}</span> {own ? say('after.this') : day}
      </th>
      {columns.map(([field]) => (
        <td key={field} class="r">
          <Change ratio={outcome[field]} words={words} />
        </td>
      ))}
    </tr>
  )
}

function Change({ ratio, words }: { ratio: Outcome['after1h']; words: DetailsWords }) {
  if (ratio === null) return <span class="unknown">{words.say('dash')}</span>
  const change = ratio - 1
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : ''
  return <span class={`num ${direction}`}>{words.format.change(change)}</span>
}
