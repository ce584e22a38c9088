import type { Exchange } from '../../exchanges/exchange.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Listing } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { Poll, RestAnswer } from '../requests/poll.ts'

/** Period of the listings poll, ms. */
const listingsPeriodMs = 600_000

export type OnDropped = (rows: number) => void

/** The rows of one type in an answer. Invalid rows are dropped and counted. */
export function readRows<T extends Row['type']>(
  exchange: Exchange,
  { call, payload, at }: RestAnswer,
  type: T,
  onDropped: OnDropped,
): readonly Extract<Row, { type: T }>[] {
  const reading = read(exchange, call.kind, payload, at, requestedSymbol(exchange, call.url))
  onDropped(reading.dropped)
  return rowsOf(reading, type)
}

/** The venue's listings, at start and every ten minutes; more often where another poll requests the same URL. */
export function listingsPoll(
  exchange: Exchange,
  onListings: (listings: readonly Listing[]) => void,
  onDropped: OnDropped,
): Poll {
  return {
    calls: () => [exchange.symbols],
    sharedUrl: exchange.symbols.url,
    everyMs: listingsPeriodMs,
    onAnswers(answers) {
      const listings = answers.flatMap((answer) => readRows(exchange, answer, 'symbol', onDropped))
      if (listings.length === 0) return 'no pairs'
      onListings(listings)
      return null
    },
  }
}
