import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, listed, rows, strange, within } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { kucoinOfficial } from './official/venues/kucoin.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'

// KuCoin spot: https://www.kucoin.com/docs-new/introduction. Classic paths; the unified ones
// (`/api/ua/…`) give the same rows under `list`.

const rest = 'https://api.kucoin.com/api'

const tick = renamed(
  'tick',
  'symbol last high low baseVolume:vol quoteVolume:volValue bid:buy ask:sell at:time',
)
// Last price with the best bid and ask: of one pair by REST, of any by stream.
const topOfBook = renamed('tick', 'symbol last:price bid:bestBid ask:bestAsk at:time')
const snapshot = renamed(
  'tick',
  'symbol last:lastTradedPrice open high low baseVolume:vol quoteVolume:volValue bid:buy ask:sell at:datetime',
)
const unified = renamed('trade', 'symbol:s id:ti price:p amount:q side:S at:nanos(M)')
// The classic REST path numbers its trades by `sequence` alone.
const trade = renamed(
  'trade',
  'symbol id:tradeId|sequence order:takerOrderId price amount:size side at:nanos(time|ts)',
)
const listing = listings('symbol base:baseCurrency quote:quoteCurrency state:enableTrading', {
  true: 'trading',
  false: 'halted',
})

function ticks(payload: unknown): Iterable<RawRow> {
  const data = within(payload, 'data') as Fields
  return data.ticker ? each(data.ticker, (r) => tick(r, { at: data.time })) : each(listed(data), topOfBook)
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
  return [T === 'trade.SPOT' ? unified(d) : trade(data)]
}

/** The WebSocket URL from the reply to bullet-public. Its token is valid for 24 hours. */
function streamUrl(reply: unknown): string {
  const [server] = within(reply, 'data', 'instanceServers') as readonly Fields[]
  return `${String(server?.endpoint)}?token=${String(within(reply, 'data', 'token'))}`
}

export const kucoinSite = createSite({
  id: 'kucoin',
  name: 'KuCoin',
  hosts: ['https://api.kucoin.com/*'],
  page: 'https://www.kucoin.com/{locale}trade/{base}-{quote}',
  also: ['https://www.kucoin.com/{locale}trade/margin/{base}-{quote}'],
  ja: 'ja/',
})

export const kucoin = createExchange(kucoinSite, () => ({
  budget: { weight: 2000, perMs: 30_000 },
  symbols: get('rest.symbols', `${rest}/v2/symbols`, 4),
  // A server snapshot each 2 s. The stream of all pairs has no volumes.
  tickers: { ...get('rest.tickers', `${rest}/v1/market/allTickers`, 15), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/v1/market/histories?symbol={symbol}`, 3),
    stream: {
      url: 'wss://ws-api-spot.kucoin.com/',
      handshake: { ticket: { url: `${rest}/v1/bullet-public`, weight: 10, streamUrl } },
      heartbeat: { ping: { frame: { id: 'beat', type: 'ping' }, everyMs: 18_000 } },
    },
    limits: { maxPairsPerFrame: 100 },
    frame: (type, symbols, id) => ({ id, type, topic: `/market/match:${symbols.join()}`, response: true }),
  },
  official: kucoinOfficial,
  kindOf: topics('T|topic', {
    'trade.SPOT': 'ws.trades',
    '/market/match:*': 'ws.trades',
    '/market/ticker:*': 'ws.ticker',
    '/market/snapshot:*': 'ws.ticker',
  }),
  refusal: codeOtherThan('200000'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': ticks,
    'rest.ticker': (p) => each(listed(within(p, 'data')), (r) => ('last' in r ? tick(r) : topOfBook(r))),
    'ws.ticker': streamTick,
    'rest.trades': (p) => each(within(p, 'data', 'list') ?? within(p, 'data'), trade),
    'ws.trades': streamTrade,
    'rest.symbols': rows('data', listing),
  },
}))
