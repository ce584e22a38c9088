import type { PastEpisode, Queries } from '../shared/messages/queries.ts'
import { DeleteData } from '../ui/form/delete-data.tsx'
import { EpisodeRow } from './episode-row.tsx'
import { type Filter, matching } from './filter.ts'
import { Filters } from './filters.tsx'
import { Scorecard } from './scorecard.tsx'
import type { HistoryWords } from './words.ts'

/** What the page knows. */
export interface Shown {
  readonly filter: Filter
  readonly past: readonly PastEpisode[]
  readonly state: 'asking' | 'known' | 'failed'
  /** Whether there may be earlier ones. */
  readonly isMore: boolean
  readonly card: Queries['scorecard']['answer'] | null
}

interface Props {
  readonly shown: Shown
  readonly words: HistoryWords
  /** Wall clock, ms. */
  readonly now: number
  readonly onFilter: (filter: Filter) => void
  readonly onMore: () => void
  readonly onSave: (past: readonly PastEpisode[]) => void
  readonly onDelete: () => Promise<boolean>
}

const columns = ['began', 'pair', 'venue', 'tier', 'kind', 'peak', 'quarter', 'hour', 'day'] as const
const figures: readonly string[] = ['peak', 'quarter', 'hour', 'day']

/** Past episodes with what came of them, and this machine's scorecard. */
export function History({ shown, words, now, onFilter, onMore, onSave, onDelete }: Props) {
  const { say } = words
  const past = matching(shown.past, shown.filter)
  return (
    <main>
      <h1>{say('title')}</h1>
      <div class="bar">
        <Filters filter={shown.filter} {...{ words, onFilter }} />
        <button type="button" class="btn" disabled={past.length === 0} onClick={() => onSave(past)}>
          {say('csv')}
        </button>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('title')}>
        <table>
          <caption class="spoken">{say('table')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" class={figures.includes(column) ? 'r' : ''}>
                  {say(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {past.map((each) => (
              <EpisodeRow key={each.episode.id} past={each} {...{ words, now }} />
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">{say(stateOf(shown, past.length), { n: past.length })}</p>
      {shown.isMore && (
        <button type="button" class="btn" onClick={onMore}>
          {say('more')}
        </button>
      )}
      {shown.card && <Scorecard card={shown.card} words={words} />}
      <DeleteData {...{ words, onDelete }} />
    </main>
  )
}

function stateOf({ state, isMore }: Shown, rows: number) {
  if (state !== 'known') return state
  return rows === 0 ? 'none' : isMore ? 'shown' : 'end'
}
