import { dayMs } from '../../market/bar.ts'
import { bookOf } from '../../market/book.ts'
import { tickerStatsOf } from '../../market/ticker-stats.ts'
import type { Market } from '../../market/market.ts'
import { statusOf } from '../../market/market.ts'
import type { Tape } from '../../market/tape.ts'
import { fixed, percent } from './fixed.ts'
import { tapesOf } from './params.ts'
import { illegal } from './refusal.ts'

/** `GET /api/v3/ticker/24hr`: one row for `symbol`, else an array. @throws Refusal */
export function dayTickers(market: Market, query: URLSearchParams): unknown {
  const type = query.get('type') ?? 'FULL'
  if (type !== 'FULL' && type !== 'MINI') throw illegal('type', '^(FULL|MINI)$')
  const row = type === 'MINI' ? miniTicker : fullTicker
  const status = query.get('symbolStatus')
  const tapes =
    tapesOf(market, query) ?? [...market.tapes.values()].filter((tape) => isListed(tape, market.now))
  const rows = tapes
    .filter((tape) => status === null || statusOf(market, tape.instrument.symbol) === status)
    .map((tape) => row(tape, market.now))
  return query.has('symbol') ? rows[0] : rows
}

/**
 * Weight of that call, by the number of symbols.
 * https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md
 */
export function dayTickersWeight(query: URLSearchParams): number {
  if (query.has('symbol')) return 2
  const list = query.get('symbols')
  const named = list === null ? Infinity : list.split(',').length
  return named <= 20 ? 2 : named <= 100 ? 40 : 80
}

/** `GET /api/v3/ticker/price` and `/bookTicker` rows. */
export const priceRow = (tape: Tape): unknown => ({ symbol: tape.instrument.symbol, price: fixed(tape.last) })

export function bookRow(tape: Tape, at: number): unknown {
  const { bids, asks } = bookOf(tape, at, 1)
  return {
    symbol: tape.instrument.symbol,
    bidPrice: fixed(bids[0]?.price ?? 0),
    bidQty: fixed(bids[0]?.amount ?? 0),
    askPrice: fixed(asks[0]?.price ?? 0),
    askQty: fixed(asks[0]?.amount ?? 0),
  }
}

/** Whether a pair is listed yet at this market time. */
export const isListed = (tape: Tape, at: number): boolean => tape.instrument.listedAt <= at

function miniTicker(tape: Tape, at: number): Record<string, unknown> {
  const of = tickerStatsOf(tape, tape.day)
  return {
    symbol: tape.instrument.symbol,
    openPrice: fixed(of.open),
    highPrice: fixed(of.high),
    lowPrice: fixed(of.low),
    lastPrice: fixed(of.last),
    volume: fixed(of.base),
    quoteVolume: fixed(of.quote),
    openTime: at - dayMs,
    closeTime: at,
    firstId: of.firstId,
    lastId: of.lastId,
    count: of.count,
  }
}

function fullTicker(tape: Tape, at: number): Record<string, unknown> {
  const of = tickerStatsOf(tape, tape.day)
  const { symbol, ...mini } = miniTicker(tape, at)
  const { symbol: _same, ...book } = bookRow(tape, at) as Record<string, unknown>
  return {
    symbol,
    priceChange: fixed(of.last - of.open),
    priceChangePercent: percent(of.open, of.last),
    weightedAvgPrice: fixed(of.weighted),
    prevClosePrice: fixed(tape.closeBeforeDay || of.open),
    lastPrice: mini['lastPrice'],
    lastQty: fixed(tape.lastAmount),
    ...book,
    ...mini,
  }
}
