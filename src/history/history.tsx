import type { PastEpisode, Queries } from '../shared/messages/queries.ts'
import type { NotHelpful } from '../shared/storage/items.ts'
import { DeleteData } from '../ui/form/delete-data.tsx'
import { ErrorBoundary } from '../ui/page/error-boundary.tsx'
import { PageHead } from '../ui/page/page-head.tsx'
import { PagePart } from '../ui/page/page-part.tsx'
import { EpisodeRow } from './episode-row.tsx'
import { type HistoryFilter, isFiltering, matchingPair, noFilter } from './history-filter.ts'
import { FilterForm } from './filter-form.tsx'
import { Scorecard } from './scorecard.tsx'
import type { HistoryWords } from './words.ts'

/** What the page shows. */
export interface HistoryState {
  readonly filter: HistoryFilter
  readonly episodes: readonly PastEpisode[]
  readonly status: 'loading' | 'loaded' | 'failed'
  /** Whether there may be earlier episodes. */
  readonly hasMore: boolean
  readonly scorecard: Queries['scorecard']['answer'] | null
  /** What the trader found not helpful. */
  readonly notHelpful: readonly NotHelpful[]
}

interface Props {
  readonly state: HistoryState
  readonly words: HistoryWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onFilter: (filter: HistoryFilter) => void
  readonly onMore: () => void
  readonly onSave: (past: readonly PastEpisode[]) => void
  readonly onNotHelpful: (episode: string, isNot: boolean) => void
  readonly onDelete: () => Promise<boolean>
}

const columns = [
  'began',
  'pair',
  'venue',
  'tier',
  'kind',
  'peak',
  'quarter',
  'hour',
  'day',
  'helpful',
] as const
const figures: readonly string[] = ['peak', 'quarter', 'hour', 'day']

/** Past episodes with the prices after them, and the scorecard of this device. */
export function History({ state, words, now, onFilter, onMore, onSave, onNotHelpful, onDelete }: Props) {
  const { say } = words
  const { filter, hasMore, scorecard, notHelpful, status } = state
  const past = matchingPair(state.episodes, filter)
  return (
    <main>
      <PageHead page="history" title={say('title')} words={words} />
      <div class="bar">
        <PagePart of={filter} words={words}>
          <FilterForm {...{ filter, words, onFilter }} />
        </PagePart>
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
              <ErrorBoundary
                key={each.episode.id}
                of={each}
                instead={
                  <tr>
                    <td colSpan={columns.length}>{say('undrawn')}</td>
                  </tr>
                }
              >
                <EpisodeRow
                  past={each}
                  isNotHelpful={notHelpful.some(({ episode }) => episode === each.episode.id)}
                  {...{ words, now, onNotHelpful }}
                />
              </ErrorBoundary>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">{say(statusText(state, past.length), { n: past.length })}</p>
      {status === 'loaded' && past.length === 0 && <NextStep {...{ filter, words, onFilter }} />}
      {hasMore && (
        <button type="button" class="btn" onClick={onMore}>
          {say('more')}
        </button>
      )}
      {scorecard && (
        <PagePart of={state} words={words}>
          <Scorecard {...{ scorecard, notHelpful, words }} />
        </PagePart>
      )}
      <DeleteData {...{ words, onDelete }} />
    </main>
  )
}

function statusText({ status, hasMore, filter }: HistoryState, rows: number) {
  if (status === 'loading') return 'asking'
  if (status === 'failed') return 'failed'
  if (rows > 0) return hasMore ? 'shown' : 'end'
  return isFiltering(filter) ? 'none' : 'first'
}

/** What to do about an empty table. */
function NextStep({
  filter,
  words: { say },
  onFilter,
}: Pick<Props, 'words' | 'onFilter'> & Pick<HistoryState, 'filter'>) {
  if (!isFiltering(filter)) return <a href="/src/options/index.html#venues">{say('first.next')}</a>
  return (
    <button type="button" class="btn" onClick={() => onFilter(noFilter)}>
      {say('none.all')}
    </button>
  )
}
