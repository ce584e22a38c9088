import { bitgetCandles } from './candles/venues/bitget.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { bitgetOfficial } from './official/venues/bitget.ts'
import { createSite } from './sites/create-site.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { hasDataList, ifKind, kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade, type TickFields } from './wire/row-mapper.ts'
import { lookup, path } from './wire/wire-field.ts'
import { bitgetReply } from './wire/subscription-replies.ts'

// Bitget spot, API v2: https://www.bitget.com/api-doc/spot/intro. The retired v1 streams call
// their instruments `sp`, the unified v3 ones name a `topic`: neither is read.

const rest = 'https://api.bitget.com/api/v2/spot'

/*#__NO_SIDE_EFFECTS__*/
const mapDayTick = (fields: TickFields) =>
  mapTick({
    last: 'lastPr',
    high: 'high24h',
    low: 'low24h',
    baseVolume: 'baseVolume',
    quoteVolume: 'quoteVolume',
    bid: 'bidPr',
    ask: 'askPr',
    at: 'ts',
    ...fields,
  })
const restTick = mapDayTick({ symbol: 'symbol', open: 'open' })
/** Those of contracts have an index, and their open interest. */
const spotTick = (entry: JsonObject) => ('indexPrice' in entry ? null : restTick(entry))
const streamTick = mapDayTick({ symbol: 'instId', open: 'open24h' })
const trade = mapTrade({
  symbol: 'symbol',
  id: 'tradeId',
  price: 'price',
  amount: 'size',
  side: 'side',
  at: 'ts',
})
const listing = mapListing({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  state: lookup('status', { online: 'trading', halt: 'halted', offline: 'delisted', gray: 'prelisting' }),
})
const spotListing = (entry: JsonObject) => ((entry.category ?? 'SPOT') === 'SPOT' ? listing(entry) : null)

/** Futures share the streams. */
const isSpot = (message: JsonObject) => hasDataList(message) && valueAt(message, 'arg', 'instType') === 'SPOT'
const kindOf = kindByTopic(path('arg', 'channel'), { ticker: 'ws.ticker', trade: 'ws.trades' }, isSpot)

export const bitgetSite = createSite({
  id: 'bitget',
  name: 'Bitget',
  hosts: ['https://api.bitget.com/*'],
  page: 'https://www.bitget.com/{locale}spot/{base}{quote}',
  ja: 'ja/',
  quotes: ['USDT', 'USDC', 'USD1', 'EUR', 'BRL', 'BTC', 'ETH', 'BGB'],
  // Older links end in the v1 names.
  aliases: ['spot/{base}{quote}_SPBL'],
  perpetuals: ['(futures|mix)/(usdt|usdc|usd|coin)/{base}{dollar}[_(u|d|c)mcbl]', 'futures/usdc/{base}perp'],
  perpetual: { hosts: ['https://api.bitget.com/*'], path: (symbol) => `futures/usdt/${symbol}` },
})

export const bitget = createExchange(bitgetSite, () => ({
  budget: { weight: 20, perMs: 1000, exceededCodes: ['429'] },
  symbols: get('rest.symbols', `${rest}/public/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  trades: {
    backfill: tradesForPair(`${rest}/market/fills?limit=500&symbol={symbol}`, 2),
    stream: {
      url: 'wss://ws.bitget.com/v2/ws/public',
      heartbeat: { ping: { frame: 'ping', everyMs: 25_000 } },
      subscriptionReply: bitgetReply,
    },
    frame: (op, symbols) => ({
      op,
      args: symbols.map((instId) => ({ instType: 'SPOT', channel: 'trade', instId })),
    }),
  },
  candles: bitgetCandles,
  official: bitgetOfficial,
  kindOf,
  refusal: refusalByCode('00000'),
  readers: {
    'rest.tickers': listReader('data', spotTick),
    'ws.ticker': ifKind(kindOf, 'ws.ticker', listReader('data', streamTick)),
    'rest.trades': listReader('data', trade),
    'ws.trades': ifKind(kindOf, 'ws.trades', (payload) =>
      mapList(valueAt(payload, 'data'), (entry) =>
        trade(entry, { symbol: valueAt(payload, 'arg', 'instId') }),
      ),
    ),
    'rest.symbols': listReader('data', spotListing),
  },
}))
