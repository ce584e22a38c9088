import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import { requestedSymbol } from '../../../src/exchanges/validate/requested-symbol.ts'
import type { Market } from '../../market-server/market/market.ts'
import { venues } from '../../market-server/venues/all.ts'
import type { WireMessage } from './wire-message.ts'

/** What a venue answers to each request that we make of it, and how it refuses one. */
export function recordAnswers(exchange: Exchange, market: Market): readonly WireMessage[] {
  const server = venues.find(({ id }) => id === exchange.id)?.open(market, () => market.now)
  if (!server) return []
  const symbol = server.venueMarket.listings[0]?.symbol ?? 'BTCUSDT'
  const { symbols, tickers, trades } = exchange
  const calls = [
    ...[symbols, tickers, ...(tickers.furtherCalls ?? [])],
    ...[tickers.forPair?.(symbol), trades.backfill(symbol), trades.history(symbol, market.now)],
    ...officialSources(exchange).flatMap((source) => [source, source.forPair?.(symbol)]),
  ].filter((call) => call !== undefined && call !== null)
  const answers = calls.map(({ kind, url, method = 'GET' }) => {
    const { host, pathname, searchParams } = new URL(url)
    const { body } = server.answer({ method, host, path: pathname, query: searchParams })
    return { exchange, kind, body, requested: requestedSymbol(exchange, url) }
  })
  const refusals = [429, 200].map((status) => {
    const { body } = server.refusal(status, 20)
    return { exchange, kind: 'rest.error' as const, body }
  })
  return [...answers, ...refusals].flatMap(({ body, ...rest }) => {
    const payload = parsed(body)
    return payload === undefined ? [] : [{ ...rest, payload }]
  })
}

/** Undefined for anything but JSON, such as the page of an error. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
