import { type Fields, strange } from './fields.ts'
import type { RawRow } from '../gate/raw-row.ts'
import { renamed } from './row-mapper.ts'
import { quoteFirst } from './sides.ts'
import { topics } from './topics.ts'

// The shapes that Upbit and Bithumb share. Symbols are quote first: `KRW-BTC`.

/** `trade_timestamp` is when the trade happened, `timestamp` when the row was written. */
export const upbitTick = renamed(
  'tick',
  'symbol:market last:trade_price open:opening_price high:high_price low:low_price ' +
    'baseVolume:acc_trade_volume_24h quoteVolume:acc_trade_price_24h at:trade_timestamp',
)

/** REST writes the time of a trade as `timestamp`. Ids are numbers, mostly beyond 2^53: two may look the same. */
export const upbitTrade = renamed(
  'trade',
  'symbol:market id:exact(sequential_id) price:trade_price amount:trade_volume side:ask_bid at:timestamp',
)

/** The lists tell no state: a pair that is in them trades. */
export function upbitListing({ market }: Fields): RawRow {
  return { type: 'symbol', symbol: market, ...quoteFirst(String(market), '-'), state: 'trading' }
}

/** Short names of the format SIMPLE, as far as they matter here. */
const long: Readonly<Record<string, string>> = {
  ty: 'type',
  cd: 'market',
  code: 'market',
  op: 'opening_price',
  hp: 'high_price',
  lp: 'low_price',
  tp: 'trade_price',
  tv: 'trade_volume',
  atv24h: 'acc_trade_volume_24h',
  atp24h: 'acc_trade_price_24h',
  ttms: 'trade_timestamp',
  ab: 'ask_bid',
  sid: 'sequential_id',
}

/** A stream's message by the names of REST, whichever format it is in; `market` is `code` there. */
function upbitMessage(message: unknown): Fields {
  return Object.fromEntries(
    Object.entries((message ?? {}) as Fields).map(([key, value]) => [long[key] ?? key, value]),
  )
}

/** What a stream's message is. */
export const upbitKind = topics('type|ty', { ticker: 'ws.ticker', trade: 'ws.trades' })

/** Rows of a stream's message, if it is of that type. */
export function upbitStream(payload: unknown): RawRow[] {
  const kind = upbitKind(payload)
  const message = upbitMessage(payload)
  if (kind === 'ws.ticker') return [upbitTick(message)]
  return kind === 'ws.trades' ? [upbitTrade(message, { at: message.trade_timestamp })] : strange()
}

/** An error body is `{"error":{"name":"…","message":"…"}}`. */
export function upbitRefusal(payload: unknown): { message: unknown; code: unknown } | null {
  const error = (payload as Fields).error as Fields | string | null | undefined
  return typeof error === 'object' && error !== null && 'name' in error
    ? { message: error.message ?? String(error.name), code: error.name }
    : null
}

/** How the trades of pairs are asked for. A later frame takes the place of the one before, and none asks for nothing. */
export const upbitFeed = {
  limits: { replacesAll: true },
  words: ['subscribe', null],
  isSnapshot(message: unknown) {
    const { st, stream_type: type = st } = message as Fields
    return type === 'SNAPSHOT'
  },
  frame: (_word: string, codes: readonly string[], id: number) => [
    { ticket: `keiho-${id}` },
    { type: 'trade', codes },
    { format: 'DEFAULT' },
  ],
} as const
