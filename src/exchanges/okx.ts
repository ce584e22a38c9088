import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, within } from './fields.ts'
import { text } from './gate.ts'
import { codeOtherThan } from './refusal.ts'
import { listings, renamed } from './renamed.ts'
import { baseFirst, isOther } from './sides.ts'
import { source } from './official/source.ts'
import { announcements, maintenance } from './statement.ts'
import { tradingPage } from './trading-page.ts'

// OKX spot, API v5: https://www.okx.com/docs-v5/en/

const rest = 'https://www.okx.com/api/v5'

const tick = renamed(
  'tick',
  'symbol:instId last open:open24h high:high24h low:low24h baseVolume:vol24h quoteVolume:volCcy24h ' +
    'bid:bidPx ask:askPx at:ts',
)
// `count` is how many fills the venue merged into the row.
const trade = renamed('trade', 'symbol:instId id:tradeId price:px amount:sz side at:ts fills:count')
const listing = listings('symbol:instId base:baseCcy quote:quoteCcy state', {
  live: 'trading',
  suspend: 'halted',
  preopen: 'prelisting',
})
const announcement = announcements('title url begin:pTime kind:annType')

const ifSpot =
  <T>(make: (r: Fields) => T) =>
  (r: Fields) =>
    (r.instType ?? 'SPOT') === 'SPOT' ? make(r) : null
/** Trades do not name the kind of instrument, but only spot ids have two parts. */
const spotTrade = (r: Fields) => (isOther(r.instId, '-') ? null : trade(r))

const kinds = { tickers: 'ws.ticker', trades: 'ws.trades', status: 'ws.status' } as const
const args = (symbols: readonly string[]) => symbols.map((instId) => ({ channel: 'trades', instId }))

export const okxSite: Site = {
  id: 'okx',
  name: 'OKX',
  hosts: ['https://www.okx.com/*'],
  pages: ['https://www.okx.com/*'],
  ...tradingPage('https://www.okx.com/{locale}trade-spot/{base}-{quote}', { ja: 'ja/', lower: true }),
}

export const okx = exchangeAt(okxSite, () => ({
  budget: { weight: 20, perMs: 2000 },
  symbols: get('rest.symbols', `${rest}/public/instruments?instType=SPOT`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers?instType=SPOT`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/market/trades?limit=500&instId=`),
    history: () => null,
    stream: {
      url: 'wss://ws.okx.com:8443/ws/v5/public',
      hello: [],
      beat: { frame: 'ping', everyMs: 20_000 },
    },
    subscribe: (symbols) => ({ op: 'subscribe', args: args(symbols) }),
    unsubscribe: (symbols) => ({ op: 'unsubscribe', args: args(symbols) }),
  },
  official: [
    source(get('rest.status', `${rest}/system/status`)),
    source(get('rest.announcements', `${rest}/support/announcements`)),
  ],
  kindOf(message) {
    const { arg, data } = (message ?? {}) as Fields
    const channel = text((arg as Fields | null | undefined)?.channel) ?? ''
    return Array.isArray(data) && Object.hasOwn(kinds, channel) ? kinds[channel as keyof typeof kinds] : null
  },
  refusal: codeOtherThan('0'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': (p) => each(within(p, 'data'), ifSpot(tick)),
    'rest.ticker': (p) => each(within(p, 'data'), ifSpot(tick)),
    'ws.ticker': (p) => each(within(p, 'data'), ifSpot(tick)),
    'rest.trades': (p) => each(within(p, 'data'), spotTrade),
    'ws.trades': (p) => each(within(p, 'data'), spotTrade),
    'rest.symbols': (p) => each(within(p, 'data'), ifSpot(listing)),
    'rest.status': (p) => each(within(p, 'data'), maintenance),
    'ws.status': (p) => each(within(p, 'data'), maintenance),
    'rest.announcements': (p, at) =>
      each(
        (within(p, 'data') as Fields[]).flatMap((page) => page.details as Fields[]),
        (r) => announcement(r, at),
      ),
  },
}))
