import type { Exchange } from '../../exchanges/exchange.ts'
import { type Reading, read, rowsOf } from '../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Listing } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { Poll, RestAnswer } from '../requests/poll.ts'
import type { RowCount } from './row-tally.ts'

/** Period of the listings poll, ms. */
const listingsPeriodMs = 600_000

export type OnDropped = (rows: number) => void
/** What of an answer could be read. */
export type OnRead = (count: RowCount) => void

/** The rows of one type in an answer. Invalid rows are dropped and counted. */
export function readRows<T extends Row['type']>(
  exchange: Exchange,
  { call, payload, at }: RestAnswer,
  type: T,
  onRead: OnRead,
): readonly Extract<Row, { type: T }>[] {
  const reading = read(exchange, call.kind, payload, at, requestedSymbol(exchange, call.url))
  const rows = rowsOf(reading, type)
  onRead(countOf(reading, rows.length))
  return rows
}

/** What of a payload could be read. @param sound number of rows of the type that was wanted */
export const countOf = ({ dropped, example, isBroken }: Reading, sound: number): RowCount => ({
  sound,
  dropped,
  example,
  isBroken,
})

/** A message or an answer that could not even be decoded. */
export const undecoded = (example: string): RowCount => ({ sound: 0, dropped: 1, example, isBroken: true })

/** The venue's listings, at start and every ten minutes; more often where another poll requests the same URL. */
export function listingsPoll(
  exchange: Exchange,
  onListings: (listings: readonly Listing[]) => void,
  onRead: OnRead,
): Poll {
  return {
    calls: () => [exchange.symbols],
    sharedUrl: exchange.symbols.url,
    everyMs: listingsPeriodMs,
    onAnswers(answers) {
      const listings = answers.flatMap((answer) => readRows(exchange, answer, 'symbol', onRead))
      if (listings.length === 0) return 'no pairs'
      onListings(listings)
      return null
    },
  }
}
