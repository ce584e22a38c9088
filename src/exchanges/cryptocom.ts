import { cryptocomCandles } from './candles/venues/cryptocom.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { cryptocomOfficial } from './official/venues/cryptocom.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { cryptocomBudget, cryptocomStream } from './wire/cryptocom-wire.ts'
import type { JsonObject } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst, isDerivative } from './wire/sides.ts'
import { lookup, path } from './wire/wire-field.ts'

// Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html
// Perpetuals (`BTCUSD-PERP`) share every path; only spot names have an underscore.

const rest = 'https://api.crypto.com/exchange/v1/public'

// `vv`, the turnover, is in USD whatever the quote, so it is not read as a quote volume.
const tick = mapTick({
  symbol: 'i',
  last: 'a',
  high: 'h',
  low: 'l',
  baseVolume: 'v',
  bid: 'b',
  ask: 'k',
  at: 't',
})
const trade = mapTrade({ symbol: 'i', id: 'd', price: 'p', amount: 'q', side: 's', at: 't' })
const ifSpot = (make: (entry: JsonObject) => RawRow) => (entry: JsonObject) =>
  isDerivative(entry.i, '_') ? null : make(entry)

const listing = mapListing({
  symbol: 'symbol',
  base: 'base_ccy',
  quote: 'quote_ccy',
  state: lookup('tradable', { true: 'trading', false: 'halted' }),
})

export const cryptocomSite = createSite({
  id: 'cryptocom',
  name: 'Crypto.com',
  hosts: ['https://api.crypto.com/*'],
  page: 'https://crypto.com/{locale}exchange/trade/{base}_{quote}',
  aliases: ['exchange/trade/(spot|margin)/{base}_{quote}'],
  perpetuals: ['exchange/trade/[(perpetual|perp|futures|derivatives)/]{base}{dollar}-perp'],
  perpetual: {
    hosts: ['https://api.crypto.com/*'],
    path: (_, { symbol, base, quote }) => `exchange/trade/${symbol ?? `${base}${quote}-PERP`}`,
  },
})

export const cryptocom = createExchange(cryptocomSite, () => ({
  budget: cryptocomBudget,
  symbols: get('rest.symbols', `${rest}/get-instruments`),
  tickers: { ...get('rest.tickers', `${rest}/get-tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  trades: {
    backfill: tradesForPair(`${rest}/get-trades?count=150&instrument_name={symbol}`),
    stream: cryptocomStream,
    limits: { maxPairsPerFrame: 400 },
    frame: (method, symbols, id) => ({
      id,
      method,
      params: { channels: symbols.map((symbol) => `trade.${symbol}`) },
    }),
  },
  candles: cryptocomCandles,
  official: cryptocomOfficial,
  kindOf: kindByTopic(path('result', 'channel'), { ticker: 'ws.ticker', trade: 'ws.trades' }),
  refusal: refusalByCode(0, 'code', 'message'),
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': listReader('result.data', ifSpot(tick)),
    'ws.ticker': listReader('result.data', ifSpot(tick)),
    'rest.trades': listReader('result.data', ifSpot(trade)),
    'ws.trades': listReader('result.data', ifSpot(trade)),
    'rest.symbols': listReader('result.data', (entry) =>
      entry.inst_type === 'CCY_PAIR' ? listing(entry) : null,
    ),
  },
}))
