import { bookOf } from '../../market/book.ts'
import type { Market } from '../../market/market.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { exchangeInfo } from './exchange-info.ts'
import { fixed } from './fixed.ts'
import { klines } from './klines.ts'
import { systemStatus } from './official.ts'
import { limitOf, tapeOf, tapesOf } from './params.ts'
import { Refusal } from './refusal.ts'
import { bookRow, dayTickers, dayTickersWeight, isListed, priceRow } from './tickers.ts'
import { aggregateTrades, recentTrades } from './trades.ts'
import type { Weights } from './weights.ts'

interface Route {
  readonly weight: (query: URLSearchParams) => number
  readonly answer: (market: Market, query: URLSearchParams) => unknown
}

// Weights of 2026: https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md
const marketData: Readonly<Record<string, Route>> = {
  '/api/v3/ping': { weight: () => 1, answer: () => ({}) },
  '/api/v3/time': { weight: () => 1, answer: (market) => ({ serverTime: market.now }) },
  '/api/v3/exchangeInfo': { weight: () => 20, answer: exchangeInfo },
  '/api/v3/ticker/24hr': { weight: dayTickersWeight, answer: dayTickers },
  '/api/v3/ticker/price': { weight: (query) => (query.has('symbol') ? 2 : 4), answer: prices },
  '/api/v3/ticker/bookTicker': { weight: (query) => (query.has('symbol') ? 2 : 4), answer: books },
  '/api/v3/trades': { weight: () => 25, answer: recentTrades },
  '/api/v3/aggTrades': { weight: () => 4, answer: aggregateTrades },
  '/api/v3/klines': { weight: () => 2, answer: klines },
  '/api/v3/depth': { weight: depthWeight, answer: depth },
}

const status: Route = { weight: () => 1, answer: systemStatus }

/** Answers the REST hosts. The market-data host does not serve `/sapi`. */
export function answerRest(market: Market, weights: Weights, call: Call): Reply {
  const sapi = call.path === '/sapi/v1/system/status' && call.host !== 'data-api.binance.vision'
  const route = sapi ? status : marketData[call.path]
  if (!route || call.method !== 'GET') return { status: 404, headers: {}, body: '', weight: 0 }
  const weight = route.weight(call.query)
  const verdict = weights.charge(weight)
  const headers = { 'x-mbx-used-weight': String(verdict.used), 'x-mbx-used-weight-1m': String(verdict.used) }
  if (verdict.kind === 'refused') return refuse(verdict.status, verdict.retryAfter, headers)
  try {
    return jsonReply(route.answer(market, call.query), weight, 200, headers)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return jsonReply({ code: error.code, msg: error.message }, weight, error.status, headers)
  }
}

/** 429, 418 and other refusals in Binance's format. */
export function refuse(httpStatus: number, retryAfter: number, headers: Record<string, string> = {}): Reply {
  if (httpStatus === 403)
    return {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>403 Forbidden</title></head></html>',
      weight: 0,
    }
  const limited = httpStatus === 429 || httpStatus === 418
  const msg = limited
    ? `${httpStatus === 418 ? 'Way too' : 'Too'} much request weight used; please use WebSocket Streams for live updates to avoid ${httpStatus === 418 ? 'bans' : 'polling the API'}.`
    : 'An unknown error occurred while processing the request.'
  const retry: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  return jsonReply({ code: limited ? -1003 : -1000, msg }, 0, httpStatus, { ...headers, ...retry })
}

function prices(market: Market, query: URLSearchParams): unknown {
  const rows = (tapesOf(market, query) ?? [...market.tapes.values()])
    .filter((tape) => isListed(tape, market.now))
    .map(priceRow)
  return query.has('symbol') ? rows[0] : rows
}

function books(market: Market, query: URLSearchParams): unknown {
  const tapes = (tapesOf(market, query) ?? [...market.tapes.values()]).filter((tape) =>
    isListed(tape, market.now),
  )
  const rows = tapes.map((tape) => bookRow(tape, market.now))
  return query.has('symbol') ? rows[0] : rows
}

function depthWeight(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? 100)
  return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250
}

function depth(market: Market, query: URLSearchParams): unknown {
  const tape = tapeOf(market, query)
  const { bids, asks } = bookOf(tape, market.now, limitOf(query, 100, 5_000))
  const row = (level: { price: number; amount: number }): string[] => [
    fixed(level.price),
    fixed(level.amount),
  ]
  return { lastUpdateId: tape.lastId, bids: bids.map(row), asks: asks.map(row) }
}
