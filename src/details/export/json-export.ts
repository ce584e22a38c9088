import { valueOr, type ResultOfNow } from '../data/query-result.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { timelineEntries } from '../timeline/timeline-rows.ts'

/** Version of the file's shape. */
const version = 1

/** Everything the page shows as plain data: times in ms UTC, changes and shares as fractions, null for unknown. */
export function jsonExport(panel: PanelProps): object {
  const { view, data, statements, now } = panel
  const known = <T>(result: ResultOfNow<T>) => valueOr<T | null>(result, null)
  const candles = known(data.candles)
  return {
    keiho: { version, exportedAt: now, timeZone: 'UTC', note: 'Measured facts. Not investment advice.' },
    venue: view.venue,
    pair: view.pair,
    marketAt: view.marketNow,
    last: view.last,
    episode: view.episode,
    course: view.course,
    /** Whether the course was recorded from the first change on. */
    courseWhole: view.isCourseComplete,
    candles: candles?.kind === 'known' ? candles.candles : null,
    candlesIntervalMs: candles?.kind === 'known' ? candles.intervalMs : null,
    tape: known(data.tape),
    elsewhere: known(data.elsewhere),
    /** As on the page, in its language. */
    timeline: timelineEntries(panel).map(({ at, text, statement }) => ({
      at,
      source: statement ? 'official' : 'measured',
      text,
    })),
    official: statements.map(({ statement, at }) => ({ ...statement, at })),
    history: known(data.history),
  }
}
