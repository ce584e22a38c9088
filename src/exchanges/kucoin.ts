import { kucoinCandles } from './candles/venues/kucoin.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { kucoinOfficial } from './official/venues/kucoin.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { nanos } from './wire/decoders.ts'
import { asList, type JsonObject, valueAt } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { kucoinTrade as trade, ticketUrl } from './wire/kucoin-wire.ts'
import { listReader, mapList, rejectPayload } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade, type TickFields } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { firstOf, lookup } from './wire/wire-field.ts'
import { kucoinReply } from './wire/subscription-replies.ts'
import { wordOf } from './wire/word-of.ts'

// KuCoin spot: https://www.kucoin.com/docs-new/introduction. Classic paths; unified ones have the rows in `list`.

const rest = 'https://api.kucoin.com/api'
const ticketHosts = ['ws-api-spot.kucoin.com', 'ws-api.kucoin.com']
/*#__NO_SIDE_EFFECTS__*/
const mapDayTick = (fields: TickFields) =>
  mapTick({
    symbol: 'symbol',
    high: 'high',
    low: 'low',
    baseVolume: 'vol',
    quoteVolume: 'volValue',
    bid: 'buy',
    ask: 'sell',
    ...fields,
  })
const restTick = mapDayTick({ last: 'last', at: 'time' })
const snapshotTick = mapDayTick({ last: 'lastTradedPrice', open: 'open', at: 'datetime' })
// Last price with the best bid and ask: of one pair by REST, of any by stream.
const topOfBook = mapTick({ symbol: 'symbol', last: 'price', bid: 'bestBid', ask: 'bestAsk', at: 'time' })
const unifiedTrade = mapTrade({ symbol: 's', id: 'ti', price: 'p', amount: 'q', side: 'S', at: nanos('M') })
const pair = mapListing({
  symbol: 'symbol',
  base: 'baseCurrency',
  quote: 'quoteCurrency',
  state: lookup('enableTrading', { true: 'trading', false: 'halted' }),
})
/** A renamed coin keeps its symbol; `name` has what it is called now. */
const listing = (entry: JsonObject) => pair(entry, baseFirst(wordOf(entry.name), '-') ?? {})

function readTicks(payload: unknown): Iterable<RawRow> {
  const data = valueAt(payload, 'data') as JsonObject
  return data.ticker
    ? mapList(data.ticker, (entry) => restTick(entry, { at: data.time }))
    : mapList(asList(data), topOfBook)
}

/** The topic of all pairs names the pair in `subject`, a pair's own topic in itself. */
function readStreamTick(payload: unknown): Iterable<RawRow> {
  const { topic, subject, data } = payload as { topic: unknown; subject: unknown; data: JsonObject }
  const [, kind, symbol] = /^\/market\/(ticker|snapshot):(.+)$/.exec(wordOf(topic)) ?? []
  if (kind === 'snapshot') return mapList(asList(data.data), snapshotTick)
  return kind ? [topOfBook(data, { symbol: symbol === 'all' ? subject : symbol })] : rejectPayload()
}

/** A classic message, or one of the unified API: `{"T":"trade.SPOT","d":{…}}`. Contracts have topics of their own. */
function readStreamTrade(payload: unknown): RawRow[] {
  const { T, topic, d, data } = payload as Record<'T' | 'topic', unknown> & Record<'d' | 'data', JsonObject>
  if (wordOf(topic).startsWith('/contract')) rejectPayload()
  return [T === 'trade.SPOT' ? unifiedTrade(d) : trade(data)]
}

const backfill = tradesForPair(`${rest}/v1/market/histories?symbol={symbol}`, 3)
const heartbeat = { ping: { frame: { id: 'beat', type: 'ping' }, everyMs: 18_000 } }
const connection = { heartbeat, subscriptionReply: kucoinReply } as const

export const kucoinSite = createSite({
  id: 'kucoin',
  name: 'KuCoin',
  hosts: ['https://api.kucoin.com/*'],
  page: 'https://www.kucoin.com/{locale}trade/{base}-{quote}',
  aliases: ['trade/(margin|isolated)/{base}-{quote}'],
  perpetuals: ['(trade/futures|futures/trade)/{base}{dollar}m'],
  perpetual: {
    hosts: ['https://api-futures.kucoin.com/*'],
    path: (_, { symbol, base, quote }) =>
      `trade/futures/${symbol ?? `${base === 'BTC' ? 'XBT' : base}${quote}M`}`,
  },
  ja: 'ja/',
})

export const kucoin = createExchange(kucoinSite, () => ({
  // The public pool of an address is for spot and futures together.
  budget: { weight: 2000, perMs: 30_000, part: 0.6, exceededCodes: ['429000'] },
  symbols: get('rest.symbols', `${rest}/v2/symbols`, 4),
  // The server takes a snapshot every 2 s. The stream of all pairs has no volumes.
  tickers: { ...get('rest.tickers', `${rest}/v1/market/allTickers`, 15), everyMs: 5000 },
  trades: {
    backfill,
    stream: {
      url: 'wss://ws-api-spot.kucoin.com/',
      handshake: {
        ticket: { url: `${rest}/v1/bullet-public`, weight: 10, hosts: ticketHosts, streamUrl: ticketUrl },
      },
      ...connection,
    },
    limits: { maxPairsPerFrame: 100 },
    frame: (type, symbols, id) => ({ id, type, topic: `/market/match:${symbols.join()}`, response: true }),
    // The ticket takes a POST, which carries our origin and may be refused. Its trades have no taker's order.
    withoutTicket: {
      backfill,
      stream: { url: 'wss://x-push-spot.kucoin.com/', ...connection },
      // A hundred frames in ten seconds.
      limits: { maxPairsPerFrame: 1, minGapMs: 110 },
      frame: (action, [symbol], id) => ({
        id: String(id),
        action,
        channel: 'trade',
        tradeType: 'SPOT',
        symbol,
      }),
    },
  },
  candles: kucoinCandles,
  official: kucoinOfficial,
  kindOf: kindByTopic(firstOf('T', 'topic'), {
    'trade.SPOT': 'ws.trades',
    '/market/match:*': 'ws.trades',
    '/market/ticker:*': 'ws.ticker',
    '/market/snapshot:*': 'ws.ticker',
  }),
  refusal: refusalByCode('200000'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': readTicks,
    'rest.ticker': (payload) =>
      mapList(asList(valueAt(payload, 'data')), (entry) =>
        'last' in entry ? restTick(entry) : topOfBook(entry),
      ),
    'ws.ticker': readStreamTick,
    'rest.trades': (payload) =>
      mapList(valueAt(payload, 'data', 'list') ?? valueAt(payload, 'data'), (entry) =>
        // Only trades of contracts name both orders.
        'makerOrderId' in entry ? null : trade(entry),
      ),
    'ws.trades': readStreamTrade,
    'rest.symbols': listReader('data', listing),
  },
}))
