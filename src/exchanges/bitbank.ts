import type { ListingState } from '../market/pair.ts'
import { inRoom } from './wire/bitbank-wire.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, listed, rows, within } from './wire/fields.ts'
import { bitbankOfficial } from './official/venues/bitbank.ts'
import { renamed } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'

// bitbank: https://github.com/bitbankinc/bitbank-api-docs. Streams are Socket.IO: what is read is
// the array behind the packet's number, `["message",{"room_name":…,"message":{…}}]`.

const rest = 'https://public.bitbank.cc'

// `buy` and `sell` are null while a pair is suspended.
const tick = renamed('tick', 'symbol:pair last open high low baseVolume:vol bid:buy ask:sell at:timestamp')
const trade = renamed('trade', 'id:transaction_id price amount side at:executed_at')
const pair = renamed('symbol', 'symbol:name base:upper(base_asset) quote:upper(quote_asset)')

/** Suspended pairs stay `is_enabled`: the stop flags tell. */
function stateOf(r: Fields): ListingState {
  if (r.is_enabled === false) return 'delisted'
  if (r.stop_order_and_cancel === true) return 'halted'
  return r.stop_order === true || (r.stop_buy_order === true && r.stop_sell_order === true)
    ? 'cancel-only'
    : 'trading'
}

export const bitbankSite = createSite({
  id: 'bitbank',
  name: 'bitbank',
  hosts: ['https://public.bitbank.cc/*', 'https://api.bitbank.cc/*'],
  page: 'https://app.bitbank.cc/{locale}trade/{base}_{quote}',
  lower: true,
  ownHosts: ['bitbank.cc', 'app.bitbank.cc'],
})

export const bitbank = createExchange(bitbankSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', 'https://api.bitbank.cc/v1/spot/pairs'),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/{symbol}/transactions`),
    stream: { url: 'wss://stream.bitbank.cc/socket.io/?EIO=4&transport=websocket', framing: 'socket.io' },
    limits: { maxPairsPerFrame: 1 },
    words: ['join-room', 'leave-room'],
    frame: (word, [symbol]) => [word, `transactions_${symbol}`],
  },
  official: bitbankOfficial,
  kindOf: topics('1.room_name', {
    'ticker_*': 'ws.ticker',
    'transactions_*': 'ws.trades',
    'circuit_break_info_*': 'ws.status',
  }),
  refusal(payload) {
    const { success, data } = payload as Fields
    return success === 0 ? { code: (data as Fields | undefined)?.code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => /\/([^/]+)\/(?:ticker|transactions|circuit_break_info)(?:[/?#]|$)/.exec(url)?.[1],
  readers: {
    'rest.tickers': (p) => each(listed(within(p, 'data')), tick),
    'ws.ticker': (p) => inRoom(p, (data, symbol) => [tick(data, { symbol })]),
    'rest.trades': rows('data.transactions', trade),
    'ws.trades': (p) =>
      inRoom(p, ({ transactions }, symbol) => each(transactions, (r) => trade(r, { symbol }))),
    'rest.symbols': rows('data.pairs', (r) => pair(r, { state: stateOf(r) })),
  },
}))
