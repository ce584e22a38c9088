import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import type { Listing } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { Tick } from '../../market/tick.ts'
import type { Answer, Call } from '../requests/poll.ts'

/** The list of pairs is asked again so often (ms). */
const listMs = 600_000

type Dropped = (rows: number) => void

/** The rows of one type that an answer holds. What is dropped is counted. */
export function rowsIn<T extends Row['type']>(
  exchange: Exchange,
  { call, payload, at }: Answer,
  type: T,
  onDropped: Dropped,
): readonly Extract<Row, { type: T }>[] {
  const reading = read(exchange, call.kind, payload, at, requestedSymbol(exchange, call.url))
  onDropped(reading.dropped)
  return rowsOf(reading, type)
}

/** The venue's list of pairs, asked at start and every ten minutes, unless it is listened to oftener. */
export function listCall(
  exchange: Exchange,
  onList: (list: readonly Listing[]) => void,
  onDropped: Dropped,
): Call {
  return {
    round: () => [exchange.symbols],
    serves: exchange.symbols.url,
    everyMs: listMs,
    onAnswers(answers) {
      const list = answers.flatMap((answer) => rowsIn(exchange, answer, 'symbol', onDropped))
      if (list.length === 0) return 'no pairs'
      onList(list)
      return null
    },
  }
}

/**
 * Every ticker of the venue: in one call, in one for each quote currency, or in one for each pair.
 *
 * @param symbols the pairs to ask for where a call gives one
 */
export function tickersCall(
  exchange: Exchange,
  symbols: () => readonly string[],
  onTicks: (ticks: readonly Tick[]) => void,
  onDropped: Dropped,
): Call {
  const { tickers } = exchange
  const round = (): readonly RestCall[] =>
    tickers.forPair
      ? symbols().flatMap((symbol) => tickers.forPair?.(symbol) ?? [])
      : [tickers, ...(tickers.furtherCalls ?? [])]
  return {
    round,
    everyMs: tickers.everyMs,
    ...(tickers.forPair && { partial: true as const }),
    onAnswers(answers) {
      const each = answers.map((answer) => rowsIn(exchange, answer, 'tick', onDropped))
      // A quote currency without a single pair is an answer that was not understood.
      if (each.some((ticks) => ticks.length === 0) && !tickers.forPair) return 'no tickers'
      const ticks = each.flat()
      if (ticks.length === 0) return 'no tickers'
      onTicks(ticks)
      return null
    },
  }
}
