import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, strange, within } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { movable } from './movable.ts'
import { codeOtherThan } from './refusal.ts'
import { listings, renamed } from './renamed.ts'
import { baseFirst } from './sides.ts'
import { flags, source } from './official/source.ts'
import { announcements, openness, pairCaution } from './statement.ts'
import { tradingPage } from './trading-page.ts'
import { nanoTime } from './wire-time.ts'

// KuCoin spot: https://www.kucoin.com/docs-new/introduction. Classic paths; the unified ones
// (`/api/ua/…`) give the same rows under `list`.

const rest = 'https://api.kucoin.com/api'

const tick = renamed('tick', 'symbol last high low baseVolume:vol quoteVolume:volValue bid:buy ask:sell')
// Last price with the best bid and ask: of one pair by REST, of any by stream.
const topOfBook = renamed('tick', 'symbol last:price bid:bestBid ask:bestAsk at:time')
const snapshot = renamed(
  'tick',
  'symbol last:lastTradedPrice open high low baseVolume:vol quoteVolume:volValue bid:buy ask:sell at:datetime',
)
const unified = renamed('trade', 'symbol:s id:ti price:p amount:q side:S')
const execution = renamed('trade', 'symbol id:tradeId order:takerOrderId price amount:size side')
const listing = listings('symbol base:baseCurrency quote:quoteCurrency state:enableTrading', {
  true: 'trading',
  false: 'halted',
})
const announcement = announcements('title:annTitle url:annUrl begin:cTime kind:annType')
const words = { open: 'open', close: 'halt', cancelonly: 'cancel-only' } as const

/** Special treatment: the venue's own mark of a pair at risk. */
const caution = (r: Fields) => pairCaution(r.symbol, r.st === true ? 'ST' : null)

/** Times are in ns. The classic REST path numbers its trades by `sequence` alone. */
const trade = (r: Fields) => execution(r, { id: r.tradeId ?? r.sequence, at: nanoTime(r.time ?? r.ts) })

const asset = (r: Fields): RawRow => {
  const open = (key: string) => movable(r.chains ?? r.list, key, true, false)
  return {
    type: 'asset',
    asset: r.currency,
    deposit: open('isDepositEnabled'),
    withdrawal: open('isWithdrawEnabled'),
  }
}

/** The topic of all pairs names the pair in `subject`, a pair's own topic in itself. */
function streamTick(payload: unknown): Iterable<RawRow> {
  const { topic, subject, data } = payload as { topic: unknown; subject: unknown; data: Fields }
  const [, kind, symbol] = /^\/market\/(ticker|snapshot):(.+)$/.exec(String(topic)) ?? []
  if (kind === 'snapshot') return each(listed(data.data), snapshot)
  return kind ? [topOfBook(data, { symbol: symbol === 'all' ? subject : symbol })] : strange()
}

/** A classic message, or one of the unified API: `{"T":"trade.SPOT","d":{…}}`. */
function streamTrade(payload: unknown): RawRow[] {
  const { T, d, data } = payload as { T: unknown; d: Fields; data: Fields }
  return T === 'trade.SPOT' ? [unified(d, { at: nanoTime(d.M) })] : [trade(data)]
}

/** The address to open, from the reply to bullet-public. The token in it lives 24 hours. */
function addressOf(reply: unknown): string {
  const [server] = within(reply, 'data', 'instanceServers') as readonly Fields[]
  return `${String(server?.endpoint)}?token=${String(within(reply, 'data', 'token'))}`
}

const topic = (symbols: readonly string[]) => `/market/match:${symbols.join(',')}`

export const kucoinSite: Site = {
  id: 'kucoin',
  name: 'KuCoin',
  hosts: ['https://api.kucoin.com/*'],
  pages: ['https://www.kucoin.com/*'],
  ...tradingPage('https://www.kucoin.com/{locale}trade/{base}-{quote}', {
    ja: 'ja/',
    also: ['https://www.kucoin.com/{locale}trade/margin/{base}-{quote}'],
  }),
}

export const kucoin = exchangeAt(kucoinSite, () => ({
  budget: { weight: 2000, perMs: 30_000 },
  symbols: get('rest.symbols', `${rest}/v2/symbols`, 4),
  // A server snapshot each 2 s. The stream of all pairs has no volumes.
  tickers: { ...get('rest.tickers', `${rest}/v1/market/allTickers`, 15), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/v1/market/histories?symbol=`, 3),
    history: () => null,
    stream: {
      url: 'wss://ws-api-spot.kucoin.com/',
      hello: [],
      beat: { frame: { id: 'beat', type: 'ping' }, everyMs: 18_000 },
      ticket: { url: `${rest}/v1/bullet-public`, weight: 10, addressOf },
    },
    perFrame: 100,
    subscribe: (symbols, id) => ({ id, type: 'subscribe', topic: topic(symbols), response: true }),
    unsubscribe: (symbols, id) => ({ id, type: 'unsubscribe', topic: topic(symbols), response: true }),
  },
  official: [
    source(get('rest.status', `${rest}/v1/status`, 3)),
    source(get('rest.announcements', `${rest}/v3/announcements?pageSize=20`, 20)),
    source(get('rest.currencies', `${rest}/v3/currencies`, 3)),
    flags(get('rest.status', `${rest}/v2/symbols`, 4)),
  ],
  kindOf(message) {
    const { topic: named, T } = (message ?? {}) as Fields
    if (T === 'trade.SPOT' || /^\/market\/match:/.test(text(named) ?? '')) return 'ws.trades'
    return /^\/market\/(ticker|snapshot):/.test(text(named) ?? '') ? 'ws.ticker' : null
  },
  refusal: codeOtherThan('200000'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': (p) => {
      const data = within(p, 'data') as Fields
      return data.ticker
        ? each(data.ticker, (r) => tick(r, { at: data.time }))
        : each(listed(data), topOfBook)
    },
    'rest.ticker': (p) =>
      each(listed(within(p, 'data')), (r) => ('last' in r ? tick(r, { at: r.time }) : topOfBook(r))),
    'ws.ticker': streamTick,
    'rest.trades': (p) => each(within(p, 'data', 'list') ?? within(p, 'data'), trade),
    'ws.trades': streamTrade,
    'rest.symbols': (p) => each(within(p, 'data'), listing),
    'rest.status': (p) =>
      each(listed(within(p, 'data')), (r) =>
        'symbol' in r ? caution(r) : openness(r.status ?? r.serverStatus, words, { title: r.msg }),
      ),
    'rest.announcements': (p, at) => each(within(p, 'data', 'items'), (r) => announcement(r, at)),
    'rest.currencies': (p) => each(listed(within(p, 'data')), asset),
  },
}))
