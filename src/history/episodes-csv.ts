import type { PastEpisode } from '../shared/messages/queries.ts'
import { isoText } from '../ui/words/times.ts'

const columns = [
  'began_utc',
  'venue',
  'pair',
  'kind',
  'tier',
  'start_price',
  'told_price',
  'peak_price',
  'ratio_15min',
  'ratio_1h',
  'ratio_24h',
  'not_helpful',
] as const

/**
 * Episodes as CSV (RFC 4180): times in ISO 8601 UTC, prices in the quote currency, unknown values empty.
 *
 * @param notHelpful ids of those that the trader found not helpful
 */
export function episodesCsv(past: readonly PastEpisode[], notHelpful: ReadonlySet<string>): string {
  const rows = past.map(({ episode, outcome, toldPrice }) => [
    isoText(episode.startedAt),
    episode.venue,
    episode.base === null ? '' : `${episode.base}/${episode.quote ?? ''}`,
    [episode.kind, ...episode.also].join(' '),
    episode.tier,
    episode.startPrice,
    toldPrice,
    episode.peakPrice,
    outcome.after15min,
    outcome.after1h,
    outcome.after24h,
    notHelpful.has(episode.id) ? 'yes' : '',
  ])
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** Names of coins may contain anything: text that a spreadsheet would read as a formula gets an apostrophe. */
function cell(value: string | number | null | undefined): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
