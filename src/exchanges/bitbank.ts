import type { ListingState } from '../market/pair.ts'
import { bitbankCandles } from './candles/venues/bitbank.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { bitbankOfficial } from './official/venues/bitbank.ts'
import { createSite } from './sites/create-site.ts'
import { readRoom } from './wire/bitbank-wire.ts'
import { upper } from './wire/decoders.ts'
import { asList, type JsonObject, valueAt } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { path } from './wire/wire-field.ts'

// bitbank: https://github.com/bitbankinc/bitbank-api-docs. Streams are Socket.IO: what is read is
// the array after the packet number, `["message",{"room_name":…,"message":{…}}]`.

const rest = 'https://public.bitbank.cc'

const tick = mapTick({
  symbol: 'pair',
  last: 'last',
  open: 'open',
  high: 'high',
  low: 'low',
  baseVolume: 'vol',
  // Both are null while a pair is suspended.
  bid: 'buy',
  ask: 'sell',
  at: 'timestamp',
})
const trade = mapTrade({
  id: 'transaction_id',
  price: 'price',
  amount: 'amount',
  side: 'side',
  at: 'executed_at',
})

/** A suspended pair stays `is_enabled`; its stop flags tell. */
function stateOf(entry: JsonObject): ListingState {
  if (entry.is_enabled === false) return 'delisted'
  if (entry.stop_order_and_cancel === true) return 'halted'
  return entry.stop_order === true || (entry.stop_buy_order === true && entry.stop_sell_order === true)
    ? 'cancel-only'
    : 'trading'
}

const listing = mapListing({
  symbol: 'name',
  base: upper('base_asset'),
  quote: upper('quote_asset'),
  state: stateOf,
})

export const bitbankSite = createSite({
  id: 'bitbank',
  name: 'bitbank',
  hosts: ['https://public.bitbank.cc/*', 'https://api.bitbank.cc/*'],
  page: 'https://app.bitbank.cc/{locale}trade/{base}_{quote}',
  lower: true,
  ownHosts: ['bitbank.cc', 'app.bitbank.cc'],
})

export const bitbank = createExchange(bitbankSite, () => ({
  budget: { weight: 10, perMs: 1000, exceededCodes: [10009] },
  symbols: get('rest.symbols', 'https://api.bitbank.cc/v1/spot/pairs'),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  trades: {
    backfill: tradesForPair(`${rest}/{symbol}/transactions`),
    stream: { url: 'wss://stream.bitbank.cc/socket.io/?EIO=4&transport=websocket', framing: 'socket.io' },
    limits: { maxPairsPerFrame: 1 },
    commands: ['join-room', 'leave-room'],
    frame: (command, [symbol]) => [command, `transactions_${symbol}`],
  },
  candles: bitbankCandles,
  official: bitbankOfficial,
  kindOf: kindByTopic(path('1', 'room_name'), {
    'ticker_*': 'ws.ticker',
    'transactions_*': 'ws.trades',
    'circuit_break_info_*': 'ws.status',
  }),
  refusal(payload) {
    const { success, data } = payload as JsonObject
    return success === 0 ? { code: (data as JsonObject | undefined)?.code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => /\/([^/]+)\/(?:ticker|transactions|circuit_break_info)(?:[/?#]|$)/.exec(url)?.[1],
  readers: {
    'rest.tickers': (payload) => mapList(asList(valueAt(payload, 'data')), tick),
    'ws.ticker': (payload) => readRoom(payload, (data, symbol) => [tick(data, { symbol })]),
    'rest.trades': listReader('data.transactions', trade),
    'ws.trades': (payload) =>
      readRoom(payload, ({ transactions }, symbol) =>
        mapList(transactions, (entry) => trade(entry, { symbol })),
      ),
    'rest.symbols': listReader('data.pairs', listing),
  },
}))
