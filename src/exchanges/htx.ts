import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, within } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { movable } from './movable.ts'
import { codeOtherThan } from './refusal.ts'
import { listings, renamed } from './renamed.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'
import { tradingPage } from './trading-page.ts'

// HTX (once Huobi) spot: https://www.htx.com/en-us/opend/newApiPages/. Figures are JSON numbers.

const rest = 'https://api.huobi.pro'

// `amount` is the volume in base, `vol` the turnover in quote.
const figures = renamed('tick', 'last:close open high low baseVolume:amount quoteVolume:vol count bid ask')
const execution = renamed('trade', 'price amount side:direction at:ts')
const states = {
  online: 'trading',
  offline: 'delisted',
  suspend: 'halted',
  fuse: 'halted',
  'transfer-board': 'halted',
  'pre-online': 'prelisting',
  'not-online': 'prelisting',
} as const
const listing = listings('symbol base:base-currency quote:quote-currency state', states)
const words = { 1: 'open', 2: 'halt', 3: 'cancel-only' } as const

/** `market.btcusdt.detail` names its pair. */
const symbolOf = (channel: unknown) => /^market\.([^.]+)\.\w/.exec(String(channel))?.[1]

/** The best of a book is a price in one path and a pair of price and size in the other. */
const best = (side: unknown) => (Array.isArray(side) ? (side as unknown[])[0] : side)

/** All pairs lie under `data`; one pair's figures under `tick`, its symbol in the channel. */
function ticks(payload: unknown): Iterable<RawRow> {
  const { data, tick, ch, ts } = payload as Fields
  return each(data ?? listed(tick), (r) =>
    figures(r, { symbol: r.symbol ?? symbolOf(ch), bid: best(r.bid), ask: best(r.ask), at: ts }),
  )
}

/** Each batch of matches holds its trades. `id` is beyond 2^53; `tradeId` is the one to go by. */
function trades(payload: unknown): Iterable<RawRow> {
  const { data, tick, ch } = payload as Fields
  const batches = (data ?? listed(tick)) as readonly Fields[]
  return each(
    batches.flatMap((batch) => batch.data),
    (r) => execution(r, { symbol: symbolOf(ch), id: r.tradeId ?? r['trade-id'] }),
  )
}

const upper = (name: unknown) => (typeof name === 'string' ? name.toUpperCase() : undefined)

/** The short names are those of the settings paths. */
const pair = (r: Fields): RawRow =>
  listing({
    ...r,
    'base-currency': upper(r['base-currency'] ?? r.bc),
    'quote-currency': upper(r['quote-currency'] ?? r.qc),
  })

const asset = (r: Fields): RawRow => ({
  type: 'asset',
  asset: upper(r.currency),
  deposit: movable(r.chains, 'depositStatus', 'allowed', 'prohibited'),
  withdrawal: movable(r.chains, 'withdrawStatus', 'allowed', 'prohibited'),
})

const status = (r: Fields): RawRow =>
  openness(r.marketStatus, words, { title: r.haltReason, begin: r.haltStartTime, end: r.haltEndTime })

const codeRefusal = codeOtherThan(200, 'code', 'message')

const socket = {
  url: 'wss://api.huobi.pro/ws',
  framing: 'gzip',
  answer(message: unknown) {
    const ping = (message as Fields | null)?.ping
    return ping === undefined ? null : { pong: ping }
  },
} as const

const channel = (symbols: readonly string[]) =>
  symbols.map((symbol) => `market.${symbol}.trade.detail`).join()

export const htxSite: Site = {
  id: 'htx',
  name: 'HTX',
  hosts: ['https://api.huobi.pro/*'],
  pages: ['https://www.htx.com/*'],
  ...tradingPage('https://www.htx.com/{locale}trade/{base}_{quote}', {
    en: 'en-us/',
    ja: 'ja-jp/',
    lower: true,
  }),
}

export const htx = exchangeAt(htxSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/v1/common/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers`), everyMs: 5000 },
  // Not documented, but the venue's clients use it.
  stream: { ...socket, hello: [{ sub: 'market.tickers', id: '1' }] },
  trades: {
    backfill: tradesOf(`${rest}/market/history/trade?size=2000&symbol=`),
    history: () => null,
    stream: { ...socket, hello: [] },
    perFrame: 1,
    subscribe: (symbols, id) => ({ sub: channel(symbols), id: String(id) }),
    unsubscribe: (symbols, id) => ({ unsub: channel(symbols), id: String(id) }),
  },
  official: [
    source(get('rest.status', `${rest}/v2/market-status`)),
    source(get('rest.currencies', `${rest}/v2/reference/currencies`)),
  ],
  kindOf(message) {
    const named = text((message as Fields | null)?.ch) ?? ''
    if (named === 'market.tickers' || /^market\.[^.]+\.detail$/.test(named)) return 'ws.ticker'
    return named.endsWith('.trade.detail') ? 'ws.trades' : null
  },
  refusal(payload) {
    const { status: word, 'err-msg': message } = payload as Fields
    return word === 'error' ? { message } : codeRefusal(payload)
  },
  readers: {
    'rest.tickers': ticks,
    'rest.ticker': ticks,
    'ws.ticker': ticks,
    'rest.trades': trades,
    'ws.trades': trades,
    'rest.symbols': (p) => each(within(p, 'data'), pair),
    'rest.status': (p) => each([within(p, 'data')], status),
    'rest.currencies': (p) => each(within(p, 'data'), asset),
  },
}))
