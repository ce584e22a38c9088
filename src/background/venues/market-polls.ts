import type { Exchange } from '../../exchanges/exchange.ts'
import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Listing } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { Tick } from '../../market/tick.ts'
import type { Poll, RestAnswer } from '../requests/poll.ts'

/** Period of the listings poll, ms. */
const listingsPeriodMs = 600_000
/** Longest rest (ms) between two rounds of one request a pair: a venue that is not asked cannot be known to be silent. */
const maxRestMs = 10_000

type OnDropped = (rows: number) => void

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

/**
 * Every ticker of the venue: by one request, one per quote currency, or one per pair.
 *
 * @param symbols the pairs to request where a request gives one pair
 * @param onTicks takes the tickers of a whole round
 * @param onHeard an answer of one pair was understood, while its round goes on
 */
export function tickersPoll(
  exchange: Exchange,
  symbols: () => readonly string[],
  onTicks: (ticks: readonly Tick[]) => void,
  onHeard: () => void,
  onDropped: OnDropped,
): Poll {
  const { tickers } = exchange
  const calls = (): readonly RestCall[] =>
    tickers.forPair
      ? symbols().flatMap((symbol) => tickers.forPair?.(symbol) ?? [])
      : [tickers, ...(tickers.furtherCalls ?? [])]
  return {
    calls,
    everyMs: tickers.everyMs,
    ...(tickers.forPair && {
      partial: true as const,
      maxRestMs,
      onAnswer(answer) {
        // What is dropped is counted at the end of the round.
        if (readRows(exchange, answer, 'tick', () => undefined).length > 0) onHeard()
      },
    }),
    onAnswers(answers) {
      const rows = answers.map((answer) => readRows(exchange, answer, 'tick', onDropped))
      // A quote currency without any pair means that the answer was not understood.
      if (rows.some((ticks) => ticks.length === 0) && !tickers.forPair) return 'no tickers'
      const ticks = rows.flat()
      if (ticks.length === 0) return 'no tickers'
      onTicks(ticks)
      return null
    },
  }
}
