import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { gmocoinOfficial } from './official/venues/gmocoin.ts'
import { renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'

// GMO Coin: https://api.coin.z.com/docs/. `BTC` is spot against yen; `BTC_JPY` is leverage, left out.

const rest = 'https://api.coin.z.com/public/v1'

// `timestamp` is when the reply was made, not when the last trade was.
const tick = renamed('tick', 'symbol last high low baseVolume:volume bid ask at:iso(timestamp)')
// A REST trade has no symbol: who asked knows it.
const trade = renamed('trade', 'symbol price amount:size side at:iso(timestamp)')

const isSpot = (symbol: unknown) => typeof symbol !== 'string' || !symbol.includes('_')
const spot = (make: (r: Fields) => RawRow) => (r: Fields) => (isSpot(r.symbol) ? make(r) : null)

const listing = spot(({ symbol }) => ({
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
  // A hash route: the path in front of it varies.
  page: 'https://coin.z.com/jp/member/tools/exchange/#/{base}_{quote}',
  also: ['https://coin.z.com/jp/member/{path}#/{base}_{quote}'],
  lower: true,
  quotes: ['JPY'],
})

export const gmocoin = createExchange(gmocoinSite, () => ({
  // No limit is published: one a second offends nobody.
  budget: { weight: 1, perMs: 1000, useInFull: true },
  symbols: get('rest.symbols', `${rest}/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/ticker`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/trades?page=1&count=100&symbol={symbol}`),
    stream: { url: 'wss://api.coin.z.com/ws/public/v1' },
    // One frame a second: the exchange refuses one that comes a moment early.
    limits: { maxPairsPerFrame: 1, minGapMs: 1100 },
    // One row for each order that took, however many it met.
    frame: (command, [symbol]) => ({ command, channel: 'trades', symbol, option: 'TAKER_ONLY' }),
  },
  official: gmocoinOfficial,
  kindOf: topics('channel', { ticker: 'ws.ticker', trades: 'ws.trades' }),
  refusal(payload) {
    const { status, messages } = payload as Fields
    if (typeof status !== 'number' || status === 0) return null
    const [first] = (messages ?? []) as readonly Fields[]
    return { message: first?.message_string, code: status }
  },
  sidesOf: (symbol) => (isSpot(symbol) ? { base: symbol, quote: 'JPY' } : null),
  readers: {
    'rest.tickers': rows('data', spot(tick)),
    'ws.ticker': (p) => each([p], spot(tick)),
    'rest.trades': rows('data.list', spot(trade)),
    'ws.trades': (p) => each([p], spot(trade)),
    'rest.symbols': rows('data', listing),
  },
}))
