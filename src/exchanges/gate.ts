import { inSeconds } from './candles/candle-feed.ts'
import { gateCandles } from './candles/venues/gate.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { gateOfficial } from './official/venues/gate.ts'
import { createSite } from './sites/create-site.ts'
import { seconds } from './wire/decoders.ts'
import { closingMessage } from './wire/closing-message.ts'
import { asList, type JsonObject, valueAt } from './wire/json.ts'
import { ifKind, kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList, timedListReader } from './wire/list-reader.ts'
import { refusalByLabel } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { secondTime } from './wire/wire-time.ts'
import { firstOf, lookup, path } from './wire/wire-field.ts'
import { gateReply } from './wire/subscription-replies.ts'

// Gate spot, API v4: https://www.gate.com/docs/developers/apiv4/. Leveraged tokens (`BTC3L_USDT`)
// are pairs like any other.

const rest = 'https://api.gateio.ws/api/v4/spot'

const tick = mapTick({
  symbol: 'currency_pair',
  last: 'last',
  high: 'high_24h',
  low: 'low_24h',
  baseVolume: 'base_volume',
  quoteVolume: 'quote_volume',
  bid: 'highest_bid',
  ask: 'lowest_ask',
})
/** Those of contracts name a contract. */
const spotTick = (entry: JsonObject) => ('contract' in entry ? null : tick(entry))
const trade = mapTrade({
  symbol: 'currency_pair',
  id: 'id',
  price: 'price',
  amount: 'amount',
  side: 'side',
  at: firstOf('create_time_ms', seconds('create_time')),
})

const pair = mapListing({
  symbol: 'id',
  base: 'base',
  quote: 'quote',
  // `buyable` and `sellable` pairs still trade, one way.
  state: lookup('trade_status', {
    tradable: 'trading',
    buyable: 'trading',
    sellable: 'trading',
    untradable: 'halted',
  }),
})
const listing = (entry: JsonObject, at: number) =>
  (secondTime(entry.buy_start) ?? 0) > at ? pair(entry, { state: 'prelisting' }) : pair(entry)

/** Acknowledgements come on the same channel, as another event. */
const isUpdate = ({ event }: JsonObject) => event === 'update'
const kindOf = kindByTopic('channel', { 'spot.tickers': 'ws.ticker', 'spot.trades': 'ws.trades' }, isUpdate)

const sentAt = firstOf('time_ms', seconds('time'))

export const gateSite = createSite({
  id: 'gate',
  name: 'Gate',
  hosts: ['https://api.gateio.ws/*'],
  page: 'https://www.gate.com/{locale}trade/{base}_{quote}',
  aliases: ['[margin_]trade/{base}_{quote}', 'https://www.gate.io/{locale}[margin_]trade/{base}_{quote}'],
  perpetuals: [
    'futures[_trade]/[(usdt|btc)/]{base}_{quote}',
    'https://www.gate.io/{locale}futures[_trade]/[(usdt|btc)/]{base}_{quote}',
  ],
  // Gate EU has the same host, and its own book behind api.gateeu.com.
  regional: /^https:\/\/[^/]+\/[a-z]{2}-eu\//i,
  perpetual: {
    hosts: ['https://api.gateio.ws/*'],
    path: (_, { symbol, base, quote }) => `futures/USDT/${encodeURIComponent(symbol ?? `${base}_${quote}`)}`,
  },
  ja: 'ja/',
})

export const gate = createExchange(gateSite, () => ({
  // Half of what an address may send: the perpetual market is on the same host.
  budget: { weight: 100, perMs: 10_000, exceededCodes: ['TOO_MANY_REQUESTS'] },
  symbols: get('rest.symbols', `${rest}/currency_pairs`),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=1000&currency_pair={symbol}`),
    stream: {
      url: 'wss://api.gateio.ws/ws/v4/',
      heartbeat: {
        ping: { frame: (at) => ({ time: inSeconds(at), channel: 'spot.ping' }), everyMs: 20_000 },
      },
      subscriptionReply: gateReply,
      isClosing: closingMessage(['channel', 'spot.system'], [path('result', 'type'), 'upgrade']),
    },
    // A frame whose `time` is more than a minute off is refused.
    frame: (event, payload, id, at) => ({
      time: inSeconds(at),
      id,
      channel: 'spot.trades',
      event,
      payload,
    }),
  },
  candles: gateCandles,
  official: gateOfficial,
  kindOf,
  refusal: refusalByLabel,
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': listReader('', spotTick),
    'ws.ticker': ifKind(kindOf, 'ws.ticker', (payload) =>
      mapList(asList(valueAt(payload, 'result')), (entry) =>
        tick(entry, { at: sentAt(payload as JsonObject) }),
      ),
    ),
    'rest.trades': listReader('', trade),
    'ws.trades': ifKind(kindOf, 'ws.trades', (payload) => mapList(asList(valueAt(payload, 'result')), trade)),
    'rest.symbols': timedListReader('', listing),
  },
}))
