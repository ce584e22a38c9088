import { get, getForPair, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, listed, rows, strange, within } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { bitflyerOfficial } from './official/venues/bitflyer.ts'
import { renamed } from './wire/row-mapper.ts'
import { baseFirst, isOther } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { sideOf } from './wire/taker.ts'
import { topics } from './wire/topics.ts'

// bitFlyer Lightning: https://lightning.bitflyer.com/docs. Only spot products have two parts:
// FX_BTC_JPY is CFD, BTCJPY24DEC2021 was a future. Times carry 7 digits, and no Z by REST.

const rest = 'https://api.bitflyer.com/v1'

// `volume` counts related products too.
const figures = renamed(
  'tick',
  'symbol:product_code last:ltp baseVolume:volume_by_product bid:best_bid ask:best_ask at:iso(timestamp)',
)
const execution = renamed('trade', 'id price amount:size side at:iso(exec_date)')

const isDerivative = (product: unknown) => isOther(product, '_')

const tick = (r: Fields): RawRow | null => (isDerivative(r.product_code) ? null : figures(r))

/** The order that took is that of the execution's side. An opening auction has no side: dropped. */
function trade(r: Fields, symbol?: string): RawRow {
  const order = sideOf(r.side) === 'buy' ? r.buy_child_order_acceptance_id : r.sell_child_order_acceptance_id
  return execution(r, { symbol, order })
}

const listing = ({ product_code: symbol, market_type: type = 'Spot' }: Fields): RawRow | null =>
  type !== 'Spot' || isDerivative(symbol)
    ? null
    : { type: 'symbol', symbol, ...baseFirst(String(symbol), '_'), state: 'trading' }

function executions(message: unknown): Iterable<RawRow> {
  const [, product] = /^lightning_executions_(.+)$/.exec(String(within(message, 'params', 'channel'))) ?? []
  if (product === undefined) strange()
  return isDerivative(product) ? [] : each(within(message, 'params', 'message'), (r) => trade(r, product))
}

const socket = { url: 'wss://ws.lightstream.bitflyer.com/json-rpc' }
const frame = (method: string, channel: string, id: number) => ({
  jsonrpc: '2.0',
  method,
  params: { channel },
  id,
})
const tickerOf = getForPair('rest.ticker', `${rest}/getticker?product_code={symbol}`)

export const bitflyerSite = createSite({
  id: 'bitflyer',
  name: 'bitFlyer',
  hosts: ['https://api.bitflyer.com/*'],
  page: 'https://lightning.bitflyer.com/{locale}trade/{base}{quote}',
  also: ['https://lightning.bitflyer.com/{locale}trade/{base}_{quote}'],
  except: /\/trade\/fx_?btc_?jpy/i,
  lower: true,
  quotes: ['JPY', 'BTC', 'USD', 'EUR'],
  ownHosts: ['bitflyer.com', 'lightning.bitflyer.com', 'blog.bitflyer.com'],
})

export const bitflyer = createExchange(bitflyerSite, () => ({
  budget: { weight: 500, perMs: 300_000 },
  symbols: get('rest.symbols', `${rest}/getmarkets`),
  tickers: { ...tickerOf('BTC_JPY'), everyMs: 30_000, forPair: tickerOf },
  stream: { ...socket, tickerFrame: (symbol) => frame('subscribe', `lightning_ticker_${symbol}`, 1) },
  trades: {
    backfill: tradesForPair(`${rest}/getexecutions?count=500&product_code={symbol}`),
    stream: socket,
    limits: { maxPairsPerFrame: 1 },
    frame: (method, [symbol], id) => frame(method, `lightning_executions_${symbol}`, id),
  },
  official: bitflyerOfficial,
  kindOf: topics('params.channel', {
    'lightning_ticker_*': 'ws.ticker',
    'lightning_executions_*': 'ws.trades',
  }),
  refusal(payload) {
    const { status: code, error_message: message } = payload as Fields
    return typeof code === 'number' && code < 0 ? { message, code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => (/\/(?:get)?(?:ticker|executions)\/?$/.test(url) ? 'BTC_JPY' : undefined),
  readers: {
    'rest.tickers': rows('', tick),
    'ws.ticker': (p) => each(listed(within(p, 'params', 'message')), tick),
    'rest.trades': rows('', (r) => trade(r)),
    'ws.trades': executions,
    'rest.symbols': rows('', listing),
  },
}))
