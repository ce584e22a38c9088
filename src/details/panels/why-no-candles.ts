import type { CandlesAnswer } from '../../shared/messages/queries.ts'
import type { QueryResult } from '../data/query-result.ts'
import type { DetailsWords } from '../words.ts'

/** Why the venue's candles are not shown, that it is still being asked included; null where they are. */
export function whyNoCandles(
  { say }: DetailsWords,
  result: QueryResult<CandlesAnswer>,
  venue: string,
): string | null {
  if (result.kind === 'waiting') return say('chart.asking', { venue })
  if (result.kind === 'unknown') return say('chart.unanswered')
  const answer = result.value
  if (answer.kind === 'known') return null
  return say(`chart.why.${answer.why}`, { venue, reason: answer.reason ?? '' })
}
