import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, within } from './fields.ts'
import type { RawRow } from './gate.ts'
import { renamed } from './renamed.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'
import { tradingPage } from './trading-page.ts'
import { isoTime } from './wire-time.ts'

// GMO Coin: https://api.coin.z.com/docs/. `BTC` is spot against yen; `BTC_JPY` is leverage, left out.

const rest = 'https://api.coin.z.com/public/v1'

// `timestamp` is when the reply was made, not when the last trade was.
const tick = renamed('tick', 'symbol last high low baseVolume:volume bid ask')
const trade = renamed('trade', 'symbol price amount:size side')

const isSpot = (symbol: unknown) => typeof symbol !== 'string' || !symbol.includes('_')

/** Rows that carry a time and are not of leverage. A REST trade has no symbol: who asked knows it. */
const spot = (make: (r: Fields, more: Fields) => RawRow) => (r: Fields) =>
  isSpot(r.symbol) ? make(r, { at: isoTime(r.timestamp) }) : null

const listing = ({ symbol }: Fields): RawRow | null =>
  isSpot(symbol) ? { type: 'symbol', symbol, base: symbol, quote: 'JPY', state: 'trading' } : null

const words = { OPEN: 'open', PREOPEN: 'maintenance', MAINTENANCE: 'maintenance' } as const

const frame = (command: string, symbols: readonly string[]) => ({
  command,
  channel: 'trades',
  symbol: symbols.join(),
  // One row for each order that took, however many it met.
  option: 'TAKER_ONLY',
})

export const gmocoinSite: Site = {
  id: 'gmocoin',
  name: 'GMO Coin',
  hosts: ['https://api.coin.z.com/*'],
  pages: ['https://coin.z.com/*'],
  quotes: ['JPY'],
  // A hash route: the path in front of it varies.
  ...tradingPage('https://coin.z.com/jp/member/tools/exchange/#/{base}_{quote}', {
    quotes: ['JPY'],
    lower: true,
    also: ['https://coin.z.com/jp/member/{path}#/{base}_{quote}'],
  }),
}

export const gmocoin = exchangeAt(gmocoinSite, () => ({
  // No limit is published: one a second offends nobody.
  budget: { weight: 1, perMs: 1000, whole: true },
  symbols: get('rest.symbols', `${rest}/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/ticker`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/trades?page=1&count=100&symbol=`),
    history: () => null,
    stream: { url: 'wss://api.coin.z.com/ws/public/v1', hello: [] },
    perFrame: 1,
    // One a second: what comes a moment early is refused.
    paceMs: 1100,
    subscribe: (symbols) => frame('subscribe', symbols),
    unsubscribe: (symbols) => frame('unsubscribe', symbols),
  },
  official: [source(get('rest.status', `${rest}/status`))],
  kindOf(message) {
    const channel = (message as Fields | null)?.channel
    return channel === 'ticker' ? 'ws.ticker' : channel === 'trades' ? 'ws.trades' : null
  },
  refusal(payload) {
    const { status, messages } = payload as Fields
    if (typeof status !== 'number' || status === 0) return null
    const [first] = (messages ?? []) as readonly Fields[]
    return { message: first?.message_string, code: status }
  },
  sidesOf: (symbol) => (isSpot(symbol) ? { base: symbol, quote: 'JPY' } : null),
  readers: {
    'rest.tickers': (p) => each(within(p, 'data'), spot(tick)),
    'rest.ticker': (p) => each(within(p, 'data'), spot(tick)),
    'ws.ticker': (p) => each([p], spot(tick)),
    'rest.trades': (p) => each(within(p, 'data', 'list'), spot(trade)),
    'ws.trades': (p) => each([p], spot(trade)),
    'rest.symbols': (p) => each(within(p, 'data'), listing),
    'rest.status': (p) => each([within(p, 'data')], (r) => openness(r.status, words)),
  },
}))
