import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, strange } from './fields.ts'
import type { RawRow } from './gate.ts'
import { renamed } from './renamed.ts'
import { baseFirst, isOther } from './sides.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'
import { sideOf } from './taker.ts'
import { tradingPage } from './trading-page.ts'
import { isoTime } from './wire-time.ts'

// bitFlyer Lightning: https://lightning.bitflyer.com/docs. Only spot products have two parts:
// FX_BTC_JPY is CFD, BTCJPY24DEC2021 was a future. Times carry 7 digits, and no Z by REST.

const rest = 'https://api.bitflyer.com/v1'

// `volume` counts related products too.
const figures = renamed(
  'tick',
  'symbol:product_code last:ltp baseVolume:volume_by_product bid:best_bid ask:best_ask',
)
const execution = renamed('trade', 'id price amount:size side')

const isDerivative = (product: unknown) => isOther(product, '_')

const tick = (r: Fields): RawRow | null =>
  isDerivative(r.product_code) ? null : figures(r, { at: isoTime(r.timestamp) })

/** The order that took is that of the execution's side. An opening auction has no side: dropped. */
const trade = (r: Fields, symbol?: string): RawRow => {
  const order = sideOf(r.side) === 'buy' ? r.buy_child_order_acceptance_id : r.sell_child_order_acceptance_id
  return execution(r, { symbol, order, at: isoTime(r.exec_date) })
}

const listing = ({ product_code: symbol, market_type: type = 'Spot' }: Fields): RawRow | null =>
  type !== 'Spot' || isDerivative(symbol)
    ? null
    : { type: 'symbol', symbol, ...baseFirst(String(symbol), '_'), state: 'trading' }

const words = {
  RUNNING: 'open',
  NORMAL: 'open',
  BUSY: 'open',
  'VERY BUSY': 'open',
  'SUPER BUSY': 'open',
  CLOSED: 'halt',
  STARTING: 'halt',
  PREOPEN: 'halt',
  'CIRCUIT BREAK': 'halt',
  'NO ORDER': 'halt',
  STOP: 'maintenance',
} as const

/** `state` is a board's, `health` or `status` the whole venue's load. */
const status = (r: Fields, asked?: string): RawRow =>
  r.health === 'STOP' || r.state === undefined
    ? openness(r.health ?? r.status, words)
    : openness(r.state, words, { scope: 'pair', symbol: asked, title: r.state })

/** Channel and content of a pushed message. */
function pushed(message: unknown): { channel: string; content: unknown } {
  const params = (message as Fields | null)?.params as Fields | null | undefined
  return { channel: String(params?.channel), content: params?.message }
}

function executions(payload: unknown): Iterable<RawRow> {
  const { channel, content } = pushed(payload)
  const [, product] = /^lightning_executions_(.+)$/.exec(channel) ?? []
  if (product === undefined) strange()
  return isDerivative(product) ? [] : each(content, (r) => trade(r, product))
}

const frame = (method: string, channel: string, id: number) => ({
  jsonrpc: '2.0',
  method,
  params: { channel },
  id,
})
const socket = 'wss://ws.lightstream.bitflyer.com/json-rpc'
const tickerOf = (symbol: string) =>
  get('rest.ticker', `${rest}/getticker?product_code=${encodeURIComponent(symbol)}`)
const boardOf = (symbol: string) =>
  get('rest.status', `${rest}/getboardstate?product_code=${encodeURIComponent(symbol)}`)

const page = tradingPage('https://lightning.bitflyer.com/{locale}trade/{base}{quote}', {
  lower: true,
  quotes: ['JPY', 'BTC', 'USD', 'EUR'],
  also: ['https://lightning.bitflyer.com/{locale}trade/{base}_{quote}'],
})

export const bitflyerSite: Site = {
  id: 'bitflyer',
  name: 'bitFlyer',
  hosts: ['https://api.bitflyer.com/*'],
  pages: ['https://lightning.bitflyer.com/*'],
  quotes: ['JPY', 'BTC', 'USD', 'EUR'],
  pairOf: (href) => (/\/trade\/fx_?btc_?jpy/i.test(href) ? null : page.pairOf(href)),
  pageOf: page.pageOf,
}

export const bitflyer = exchangeAt(bitflyerSite, () => ({
  budget: { weight: 500, perMs: 300_000 },
  symbols: get('rest.symbols', `${rest}/getmarkets`),
  tickers: { ...tickerOf('BTC_JPY'), everyMs: 30_000, of: tickerOf },
  stream: {
    url: socket,
    hello: [],
    each: (symbol) => frame('subscribe', `lightning_ticker_${symbol}`, 1),
  },
  trades: {
    backfill: tradesOf(`${rest}/getexecutions?count=500&product_code=`),
    history: () => null,
    stream: { url: socket, hello: [] },
    perFrame: 1,
    subscribe: (symbols, id) => frame('subscribe', `lightning_executions_${symbols.join()}`, id),
    unsubscribe: (symbols, id) => frame('unsubscribe', `lightning_executions_${symbols.join()}`, id),
  },
  official: [source(get('rest.status', `${rest}/gethealth`)), source(boardOf('BTC_JPY'), { of: boardOf })],
  kindOf(message) {
    const { channel } = pushed(message)
    if (channel.startsWith('lightning_ticker_')) return 'ws.ticker'
    return channel.startsWith('lightning_executions_') ? 'ws.trades' : null
  },
  refusal(payload) {
    const { status: code, error_message: message } = payload as Fields
    return typeof code === 'number' && code < 0 ? { message, code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  askedBy: (url) => (/\/(?:get)?(?:ticker|executions)\/?$/.test(url) ? 'BTC_JPY' : undefined),
  readers: {
    'rest.tickers': (p) => each(listed(p), tick),
    'rest.ticker': (p) => each(listed(p), tick),
    'ws.ticker': (p) => each(listed(pushed(p).content), tick),
    'rest.trades': (p) => each(listed(p), (r) => trade(r)),
    'ws.trades': executions,
    'rest.symbols': (p) => each(listed(p), listing),
    'rest.status': (p, _, asked) => each([p], (r) => status(r, asked)),
  },
}))
