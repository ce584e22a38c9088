import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { type Fields, rows } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { cryptocomOfficial } from './official/venues/cryptocom.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { baseFirst, isOther } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'

// Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html
// Perpetuals (`BTCUSD-PERP`) share every path; only spot names have an underscore.

const rest = 'https://api.crypto.com/exchange/v1/public'

// `vv`, the turnover, is in USD whatever the quote: of no use beside the others' quote volumes.
const tick = renamed('tick', 'symbol:i last:a high:h low:l baseVolume:v bid:b ask:k at:t')
const trade = renamed('trade', 'symbol:i id:d price:p amount:q side:s at:t')
const ifSpot = (make: (r: Fields) => RawRow) => (r: Fields) => (isOther(r.i, '_') ? null : make(r))

const listing = listings('symbol base:base_ccy quote:quote_ccy state:tradable', {
  true: 'trading',
  false: 'halted',
})

export const cryptocomSite = createSite({
  id: 'cryptocom',
  name: 'Crypto.com',
  hosts: ['https://api.crypto.com/*'],
  page: 'https://crypto.com/{locale}exchange/trade/{base}_{quote}',
})

export const cryptocom = createExchange(cryptocomSite, () => ({
  budget: { weight: 100, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/get-instruments`),
  tickers: { ...get('rest.tickers', `${rest}/get-tickers`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/get-trades?count=150&instrument_name={symbol}`),
    stream: {
      url: 'wss://stream.crypto.com/exchange/v1/market',
      handshake: { waitMs: 1000 },
      heartbeat: {
        answer(message) {
          const { method, id } = (message ?? {}) as Fields
          return method === 'public/heartbeat' ? { id, method: 'public/respond-heartbeat' } : null
        },
      },
    },
    limits: { maxPairsPerFrame: 400 },
    frame: (method, symbols, id) => ({
      id,
      method,
      params: { channels: symbols.map((symbol) => `trade.${symbol}`) },
    }),
  },
  official: cryptocomOfficial,
  kindOf: topics('result.channel', { ticker: 'ws.ticker', trade: 'ws.trades' }),
  refusal: codeOtherThan(0, 'code', 'message'),
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': rows('result.data', ifSpot(tick)),
    'ws.ticker': rows('result.data', ifSpot(tick)),
    'rest.trades': rows('result.data', ifSpot(trade)),
    'ws.trades': rows('result.data', ifSpot(trade)),
    'rest.symbols': rows('result.data', (r) => (r.inst_type === 'CCY_PAIR' ? listing(r) : null)),
  },
}))
