import type { Market } from './contract.ts'
import type { Episode } from './episode.ts'
import { closingTopics, type Notice, type NoticeTopic } from './notice.ts'
import type { Statement } from './official.ts'
import { marketOf } from './venue-id.ts'

// What a statement of an exchange means for a pair. Card, strip, details, export and engine all ask here.

/** What statements are looked up for: a pair, or the whole exchange where both are null. */
export type StatementSubject = Pick<Episode, 'venue' | 'symbol' | 'base'>

/** A stretch of time, ms UTC. `to` is null while its end is unknown. */
export interface Stop {
  readonly from: number
  readonly to: number | null
}

/** Topics on which words about the whole exchange concern each of its pairs. */
const venueWideTopics: readonly NoticeTopic[] = [
  ...closingTopics,
  'deposit-suspended',
  'withdrawal-suspended',
  'api-keys',
  'rollback',
]

/** How long (ms) an announcement about the whole exchange concerns its pairs where it names no end. */
const announcementMs = 2 * 86_400_000

/** When it was said (ms UTC), as far as the exchange tells; else when we first read it. Never a time to come. */
export function saidAt({ via, publishedAt, begin, seenAt }: Statement): number {
  // The begin of what a status reports may lie ahead; that of an announcement is its publication.
  return via === 'status' ? Math.min(begin ?? seenAt, seenAt) : (publishedAt ?? begin ?? seenAt)
}

/**
 * Whether it is about a market of the exchange: about no other product, and no marketing or other news (`other`). What is
 * said of derivatives is about contracts, and what is said of a coin without naming a product is about both.
 */
export function isOfficialWord({ market, what }: Notice, of: Market = 'spot'): boolean {
  return what !== 'other' && (market === undefined || (of === 'perpetual' && market === 'derivatives'))
}

/** Whether a coin that a statement names is this one: exchanges write AAPLx and AAPLX of the same. */
export const isSameCoin = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase()

/**
 * Whether a statement concerns a pair, or the whole exchange.
 *
 * @param now venue time, ms UTC
 */
export function concerns(
  statement: Statement,
  { venue, symbol, base }: StatementSubject,
  now: number,
): boolean {
  const { scope, what, via, end, market } = statement
  const of = marketOf(venue)
  if (!isOfficialWord(statement, of)) return false
  // A contract may have the symbol of a pair.
  if (scope === 'pair')
    return symbol !== null && statement.symbol === symbol && (of === 'spot') === (market === undefined)
  if (scope === 'asset') return base !== null && statement.assets.some((asset) => isSameCoin(asset, base))
  if (!venueWideTopics.includes(what)) return false
  return via === 'status' || end !== undefined || now - saidAt(statement) < announcementMs
}

/** Whether a statement holds now: not yet to come and not over. */
export function holds({ state, endedAt }: Statement): boolean {
  return state === 'active' && endedAt === undefined
}

/** Whether a notice is about closing the exchange's whole spot market, at any time. */
export function isClosing({ scope, what, market }: Notice): boolean {
  return scope === 'venue' && market === undefined && closingTopics.includes(what)
}

/**
 * When a statement stops the trading of its pair or of the whole exchange; null where it does not, or where nothing
 * tells that it has begun. A coin's wallets may be in maintenance while its pairs trade.
 */
export function stopOf(statement: Statement): Stop | null {
  const { scope, what, market, via, state, begin, seenAt, end, endedAt } = statement
  if (scope === 'asset' || market !== undefined || !closingTopics.includes(what)) return null
  // Announced is not begun, and today's announcement may be about next week: it must give the span itself.
  if (state === 'scheduled' || (via === 'announcements' && end === undefined)) return null
  const from = begin ?? seenAt
  const to = endedAt ?? end ?? null
  if (to === null) return state === 'over' ? null : { from, to }
  return to > from ? { from, to } : null
}

/** Whether trading of its pair, or of the whole exchange, is stopped now by this statement. */
export function stopsTrading(statement: Statement): boolean {
  return holds(statement) && stopOf(statement) !== null
}

/** Whether a statement closes the whole exchange now and so explains a silent feed. */
export function closesVenue(statement: Statement): boolean {
  return statement.scope === 'venue' && stopsTrading(statement)
}
