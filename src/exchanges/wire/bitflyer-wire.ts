import type { ExchangePlan } from '../create-exchange.ts'
import { get, getForPair, tradesForPair } from '../feeds/rest-call.ts'
import { bitflyerReply } from './subscription-replies.ts'

// What spot and Crypto CFD of bitFlyer share: https://lightning.bitflyer.com/docs. They have the same paths and channels.

const rest = 'https://api.bitflyer.com/v1'
const frame = (method: string, channel: string, id: number) => ({
  jsonrpc: '2.0',
  method,
  params: { channel },
  id,
})

/** The GET of a path for one product. */
/*#__NO_SIDE_EFFECTS__*/
export const bitflyerGet = (kind: Parameters<typeof getForPair>[0], path: string) =>
  getForPair(kind, `${rest}/${path}?product_code={symbol}`)

/**
 * Lists, tickers and trades of a market.
 *
 * @param symbol one of its products: no request returns the tickers of all
 */
/*#__NO_SIDE_EFFECTS__*/
export function bitflyerFeeds(
  symbol: string,
): Pick<ExchangePlan, 'symbols' | 'tickers' | 'stream' | 'trades'> {
  const forPair = bitflyerGet('rest.ticker', 'getticker')
  const stream = {
    url: 'wss://ws.lightstream.bitflyer.com/json-rpc',
    subscriptionReply: bitflyerReply,
  }
  return {
    symbols: get('rest.symbols', `${rest}/getmarkets`),
    tickers: { ...forPair(symbol), everyMs: 30_000, forPair },
    stream: { ...stream, tickerFrame: (name, id) => frame('subscribe', `lightning_ticker_${name}`, id) },
    trades: {
      backfill: tradesForPair(`${rest}/getexecutions?count=500&product_code={symbol}`),
      stream,
      limits: { maxPairsPerFrame: 1 },
      frame: (method, [name], id) => frame(method, `lightning_executions_${name}`, id),
    },
  }
}

/** `{"status":-100,"error_message":"Invalid product"}` */
export function bitflyerRefusal(payload: unknown): { message: unknown; code: number } | null {
  const { status: code, error_message: message } = payload as Readonly<Record<string, unknown>>
  return typeof code === 'number' && code < 0 ? { message, code } : null
}
