import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { RestCall } from '../../../src/exchanges/feeds/rest-call.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import { samples } from '../../exchanges/samples/registry.ts'

/** Spans and dates of candles differ with every call. */
const candlePath = /\/(?:klines?|OHLC)$|candle/

/** The exchange's declared request with this URL. @throws Error for a URL that it does not declare */
export function callAt(exchange: Exchange, url: string): RestCall {
  const { symbols, tickers, trades } = exchange
  const ticket = trades.stream.handshake?.ticket
  const known = [symbols, tickers, ...(tickers.furtherCalls ?? []), ...officialSources(exchange)].find(
    (call) => call.url === url,
  )
  if (known) return known
  if (ticket?.url === url) return { kind: 'rest.error', url, weight: ticket.weight }
  if (exchange.candles && candlePath.test(new URL(url).pathname))
    return { kind: 'rest.klines', url, weight: 1 }
  const flags = officialSources(exchange).map((source) => source.forPair?.call(source, 'SYMBOL'))
  const one = [tickers.forPair?.('SYMBOL'), trades.backfill('SYMBOL'), ...flags].find(
    (call) => call && alike(call.url, url),
  )
  if (!one) throw new Error(`${exchange.id} declares no request of ${url}`)
  return { ...one, url }
}

/** Whether the exchange declares a request with this URL. */
export function declares(exchange: Exchange, url: string): boolean {
  try {
    return callAt(exchange, url).url === url
  } catch {
    return false
  }
}

const alike = (pattern: string, url: string) => {
  const [before = '', after = ''] = pattern.split('SYMBOL')
  return url.startsWith(before) && url.endsWith(after)
}

/** Whether it is the request for one pair that some call makes. */
export const isCallFor = (forPair: (symbol: string) => RestCall, url: string): boolean =>
  alike(forPair('SYMBOL').url, url)

/** The venue's answer: the sample of that kind. */
export function payloadOf(exchange: Exchange, call: RestCall): unknown {
  if (call.kind === 'rest.error')
    return {
      code: '200000',
      data: { token: 't', instanceServers: [{ endpoint: 'wss://ws-api-spot.kucoin.com/' }] },
    }
  const sample = samples[exchange.id]?.payloads.find(({ kind }) => kind === call.kind)
  if (!sample) throw new Error(`${exchange.id} has no sample of ${call.kind}`)
  return sample.payload
}
