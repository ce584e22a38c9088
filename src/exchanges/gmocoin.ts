import { gmocoinCandles } from './candles/venues/gmocoin.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { gmocoinOfficial } from './official/venues/gmocoin.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { iso } from './wire/decoders.ts'
import { asList, type JsonObject } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { mapTick, mapTrade } from './wire/row-mapper.ts'
import { gmocoinReply } from './wire/subscription-replies.ts'

// GMO Coin: https://api.coin.z.com/docs/. `BTC` is spot against yen; `BTC_JPY` is leverage and left out.

const rest = 'https://api.coin.z.com/public/v1'

const tick = mapTick({
  symbol: 'symbol',
  last: 'last',
  high: 'high',
  low: 'low',
  baseVolume: 'volume',
  bid: 'bid',
  ask: 'ask',
  // When the reply was made, not when the last trade was.
  at: iso('timestamp'),
})
// A REST trade names no symbol: the request does.
const trade = mapTrade({
  symbol: 'symbol',
  price: 'price',
  amount: 'size',
  side: 'side',
  at: iso('timestamp'),
})

const isSpot = (symbol: unknown) => typeof symbol !== 'string' || !symbol.includes('_')
/*#__NO_SIDE_EFFECTS__*/
const ifSpot = (make: (entry: JsonObject) => RawRow) => (entry: JsonObject) =>
  isSpot(entry.symbol) ? make(entry) : null

const listing = ifSpot(({ symbol }) => ({
  type: 'symbol',
  symbol,
  base: symbol,
  quote: 'JPY',
  state: 'trading',
}))

export const gmocoinSite = createSite({
  id: 'gmocoin',
  name: 'GMO Coin',
  hosts: ['https://api.coin.z.com/*'],
  // A hash route: the path before it varies.
  page: 'https://coin.z.com/jp/member/tools/exchange/#/{base}_{quote}',
  aliases: ['https://coin.z.com/jp/member/{path}#/{base}_{quote}'],
  lower: true,
  quotes: ['JPY'],
})

export const gmocoin = createExchange(gmocoinSite, () => ({
  // No limit is published; one a second is our choice.
  budget: { weight: 1, perMs: 1000, useInFull: true, exceededCodes: ['ERR-5003'] },
  symbols: get('rest.symbols', `${rest}/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/ticker`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/trades?page=1&count=100&symbol={symbol}`),
    stream: {
      url: 'wss://api.coin.z.com/ws/public/v1',
      subscriptionReply: gmocoinReply,
      refusesOnly: true,
    },
    // One frame a second: the exchange refuses one that comes a moment early.
    limits: { maxPairsPerFrame: 1, minGapMs: 1100 },
    // TAKER_ONLY: one row per taker order, however many orders it matched.
    frame: (command, [symbol]) => ({ command, channel: 'trades', symbol, option: 'TAKER_ONLY' }),
  },
  candles: gmocoinCandles,
  official: gmocoinOfficial,
  kindOf: kindByTopic('channel', { ticker: 'ws.ticker', trades: 'ws.trades' }),
  refusal(payload) {
    const { status, messages } = payload as JsonObject
    if (typeof status !== 'number' || status === 0) return null
    const [first] = asList(messages) as readonly (JsonObject | null | undefined)[]
    return { message: first?.message_string, code: first?.message_code ?? status }
  },
  sidesOf: (symbol) => (isSpot(symbol) ? { base: symbol, quote: 'JPY' } : null),
  readers: {
    'rest.tickers': listReader('data', ifSpot(tick)),
    'ws.ticker': (payload) => mapList([payload], ifSpot(tick)),
    'rest.trades': listReader('data.list', ifSpot(trade)),
    'ws.trades': (payload) => mapList([payload], ifSpot(trade)),
    'rest.symbols': listReader('data', listing),
  },
}))
