import { historyAddress } from '../../shared/details-address.ts'
import type { Outcome, PastEpisode } from '../../shared/messages/queries.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { valueOr } from '../data/query-result.ts'
import { Placeholder } from './placeholder.tsx'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'
import type { SubjectView } from '../data/details-view.ts'
import type { DetailsWords } from '../words.ts'

/** The history page lists all. */
const maxRows = 6
const columns = [
  ['after15min', 'after.quarter'],
  ['after1h', 'after.hour'],
  ['after24h', 'after.day'],
] as const

/** Prices after this episode and earlier ones of the pair, and how such episodes usually ended. */
export function OutcomePanel({ view, data, words }: PanelProps) {
  const { say } = words
  const { episode } = view
  const rows = rowsOf(valueOr(data.history, []), data.fromHistory, view)
  return (
    <Panel name="after" title={say('after.title')} subtitle={say('after.aside')}>
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
              <OutcomeRow
                key={past.episode.id}
                isCurrent={past.episode.id === episode?.id}
                {...{ past, words }}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <Placeholder result={data.history.kind} words={words} none={say('after.none')} />
      )}
      <p class="note">
        {rows.length > 0 ? say('after.note') : null}
        {episode?.kind === 'pump' && <> {say('past.pump')}</>}{' '}
        <a href={historyAddress(view.pair)}>{say('after.history')}</a>
      </p>
    </Panel>
  )
}

/** Past episodes of the same pair, the page's episode first. */
function rowsOf(
  history: readonly PastEpisode[],
  fromHistory: PastEpisode | null,
  { venue, pair, episode }: SubjectView,
): readonly PastEpisode[] {
  const isCurrent = (past: PastEpisode) => past.episode.id === episode?.id
  const ofPair = history.filter(
    ({ episode: { venue: at, base, quote } }) =>
      at === venue && base === (pair?.base ?? null) && quote === (pair?.quote ?? null),
  )
  const current = ofPair.find(isCurrent) ?? (fromHistory && isCurrent(fromHistory) ? fromHistory : null)
  return [...(current ? [current] : []), ...ofPair.filter((past) => !isCurrent(past))].slice(0, maxRows)
}

interface RowProps {
  readonly past: PastEpisode
  readonly isCurrent: boolean
  readonly words: DetailsWords
}

function OutcomeRow({ past, isCurrent, words }: RowProps) {
  const { episode, outcome } = past
  const { say } = words
  const day = words.format.moment(episode.startedAt, 0)
  return (
    <tr>
      <th scope="row" class={`tier-${episode.tier}`}>
        <TierIcon tier={episode.tier} />
        <span class="spoken">{say(`tier.${episode.tier}`)}</span> {isCurrent ? say('after.this') : day}
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
