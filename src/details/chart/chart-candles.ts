import type { Episode } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import type { CandlesAnswer } from '../../shared/messages/queries.ts'
import type { QueryResult } from '../data/query-result.ts'

/** The candles that the chart draws, and whose they are. */
export interface ChartCandles {
  readonly candles: readonly Candle[]
  /** Length of each, ms. */
  readonly intervalMs: number
  /** `waiting`: the venue is being asked. `keiho`: the venue's are not available; these are Keiho's own minutes. */
  readonly source: 'venue' | 'keiho' | 'waiting'
}

const minuteMs = 60_000

/**
 * The candles of a result: the venue's, else the minutes that Keiho measured itself, where they show the beginning of
 * the episode; else none, and the chart shows the episode's own line.
 */
export function chartCandles(result: QueryResult<CandlesAnswer>, episode: Episode | null): ChartCandles {
  if (result.kind === 'waiting') return { candles: [], intervalMs: minuteMs, source: 'waiting' }
  if (result.kind === 'unknown') return { candles: [], intervalMs: minuteMs, source: 'keiho' }
  const answer = result.value
  if (answer.kind === 'known') return { ...answer, source: 'venue' }
  const [first] = answer.seen
  const isWhole = first !== undefined && (!episode || first.at <= episode.startedAt)
  return { candles: isWhole ? answer.seen : [], intervalMs: minuteMs, source: 'keiho' }
}
