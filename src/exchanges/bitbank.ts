import type { ListingState } from '../market/pair.ts'
import { get } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, strange, within } from './fields.ts'
import { type RawRow } from './gate.ts'
import { renamed } from './renamed.ts'
import { baseFirst } from './sides.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'
import { tradingPage } from './trading-page.ts'

// bitbank: https://github.com/bitbankinc/bitbank-api-docs. Streams are Socket.IO: what is read is
// the array behind the packet's number, `["message",{"room_name":…,"message":{…}}]`.

const rest = 'https://public.bitbank.cc'
const spot = 'https://api.bitbank.cc/v1/spot'

// `buy` and `sell` are null while a pair is suspended.
const tick = renamed('tick', 'symbol:pair last open high low baseVolume:vol bid:buy ask:sell at:timestamp')
const trade = renamed('trade', 'id:transaction_id price amount side at:executed_at')

const upper = (name: unknown) => String(name).toUpperCase()

/** Suspended pairs stay `is_enabled`: the stop flags tell. */
function stateOf(r: Fields): ListingState {
  if (r.is_enabled === false) return 'delisted'
  if (r.stop_order_and_cancel === true) return 'halted'
  return r.stop_order === true || (r.stop_buy_order === true && r.stop_sell_order === true)
    ? 'cancel-only'
    : 'trading'
}

const listing = (r: Fields): RawRow => ({
  type: 'symbol',
  symbol: r.name,
  base: upper(r.base_asset),
  quote: upper(r.quote_asset),
  state: stateOf(r),
})

const load = { NORMAL: 'open', BUSY: 'open', VERY_BUSY: 'open', HALT: 'halt' } as const
const breaker = {
  NONE: 'open',
  CIRCUIT_BREAK: 'halt',
  FULL_RANGE_CIRCUIT_BREAK: 'halt',
  RESUMPTION: 'halt',
  LISTING: 'listing',
} as const

const status = (r: Fields): RawRow =>
  openness(r.status, load, { scope: 'pair', symbol: r.pair, title: `${String(r.pair)}: ${String(r.status)}` })

const circuit = (pair: unknown, r: Fields): RawRow =>
  openness(r.mode, breaker, {
    scope: 'pair',
    symbol: pair,
    title: `${String(pair)}: ${String(r.mode)}`,
    end: r.reopen_timestamp,
  })

/** The pair and the data of a message from a room such as `ticker_btc_jpy`. */
function inRoom(payload: unknown, room: string): { pair: string; data: Fields } | null {
  const { room_name: name, message } = ((payload as unknown[])[1] ?? {}) as Fields
  return typeof name === 'string' && name.startsWith(`${room}_`)
    ? { pair: name.slice(room.length + 1), data: within(message, 'data') as Fields }
    : null
}

function fromRoom(room: string, make: (pair: string, data: Fields) => Iterable<RawRow>) {
  return (payload: unknown): Iterable<RawRow> => {
    const heard = inRoom(payload, room)
    return heard ? make(heard.pair, heard.data) : strange()
  }
}

const kinds = { ticker: 'ws.ticker', transactions: 'ws.trades', circuit_break_info: 'ws.status' } as const
const frame = (event: string, symbols: readonly string[]) => [event, `transactions_${symbols.join()}`]

const breakerOf = (symbol: string) =>
  get('rest.status', `${rest}/${encodeURIComponent(symbol)}/circuit_break_info`)

export const bitbankSite: Site = {
  id: 'bitbank',
  name: 'bitbank',
  hosts: ['https://public.bitbank.cc/*', 'https://api.bitbank.cc/*'],
  pages: ['https://app.bitbank.cc/*'],
  ...tradingPage('https://app.bitbank.cc/{locale}trade/{base}_{quote}', { lower: true }),
}

export const bitbank = exchangeAt(bitbankSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${spot}/pairs`),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: (symbol) => get('rest.trades', `${rest}/${encodeURIComponent(symbol)}/transactions`),
    history: () => null,
    stream: {
      url: 'wss://stream.bitbank.cc/socket.io/?EIO=4&transport=websocket',
      hello: [],
      framing: 'socket.io',
    },
    perFrame: 1,
    subscribe: (symbols) => frame('join-room', symbols),
    unsubscribe: (symbols) => frame('leave-room', symbols),
  },
  official: [source(get('rest.status', `${spot}/status`)), source(breakerOf('btc_jpy'), { of: breakerOf })],
  kindOf(message) {
    if (!Array.isArray(message)) return null
    const name = String((message[1] as Fields | null | undefined)?.room_name)
    const [room] = /^(?:ticker|transactions|circuit_break_info)(?=_)/.exec(name) ?? []
    return room ? kinds[room as keyof typeof kinds] : null
  },
  refusal(payload) {
    const { success, data } = payload as Fields
    return success === 0 ? { code: (data as Fields | undefined)?.code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  askedBy: (url) => /\/([^/]+)\/(?:ticker|transactions|circuit_break_info)(?:[/?#]|$)/.exec(url)?.[1],
  readers: {
    'rest.tickers': (p) => each(listed(within(p, 'data')), tick),
    'rest.ticker': (p) => each(listed(within(p, 'data')), tick),
    'ws.ticker': fromRoom('ticker', (pair, data) => [tick(data, { symbol: pair })]),
    'rest.trades': (p) => each(within(p, 'data', 'transactions'), trade),
    'ws.trades': fromRoom('transactions', (pair, data) =>
      each(data.transactions, (r) => trade(r, { symbol: pair })),
    ),
    'rest.symbols': (p) => each(within(p, 'data', 'pairs'), listing),
    'rest.status': (p, _, asked) => {
      const data = within(p, 'data') as Fields
      return data.mode ? [circuit(asked, data)] : each(data.statuses, status)
    },
    'ws.status': fromRoom('circuit_break_info', (pair, data) => [circuit(pair, data)]),
  },
}))
