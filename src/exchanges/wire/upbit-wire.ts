import type { Refusal } from '../feeds/refusal.ts'
import type { Listing } from '../../market/pair.ts'
import type { Raw, RawRow } from '../validate/raw-row.ts'
import { exact, iso } from './decoders.ts'
import type { JsonObject } from './json.ts'
import { kindByTopic } from './kind-by-topic.ts'
import { rejectPayload } from './list-reader.ts'
import { mapCandle, mapTick, mapTrade } from './row-mapper.ts'
import { quoteFirst } from './sides.ts'
import { firstOf, inTable } from './wire-field.ts'

// The shapes that Upbit and Bithumb share. Symbols are quote first: `KRW-BTC`.

/** `trade_timestamp` is when the trade happened, `timestamp` when the row was written. */
export const upbitTick = mapTick({
  symbol: 'market',
  last: 'trade_price',
  open: 'opening_price',
  high: 'high_price',
  low: 'low_price',
  baseVolume: 'acc_trade_volume_24h',
  quoteVolume: 'acc_trade_price_24h',
  at: 'trade_timestamp',
})

/** REST names a trade's time `timestamp`. Ids are numbers, mostly beyond 2^53, where two may read as one. */
export const upbitTrade = mapTrade({
  symbol: 'market',
  id: exact('sequential_id'),
  price: 'trade_price',
  amount: 'trade_volume',
  side: 'ask_bid',
  at: 'timestamp',
})

/** `timestamp` is that of the last trade, or Korean time at Bithumb: the time without a zone is UTC. */
export const upbitCandle = mapCandle({
  at: iso('candle_date_time_utc'),
  open: 'opening_price',
  high: 'high_price',
  low: 'low_price',
  close: 'trade_price',
  baseVolume: 'candle_acc_trade_volume',
  quoteVolume: 'candle_acc_trade_price',
})

/** The lists state nothing: a pair in them trades. */
export function upbitListing({ market }: JsonObject): Raw<Listing> {
  return { type: 'symbol', symbol: market, ...quoteFirst(String(market), '-'), state: 'trading' }
}

/** Key names of the format SIMPLE that we need, and `code`, the streams' name for `market`. */
const restKeys: Readonly<Record<string, string>> = {
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

/** A stream message with REST's keys, whatever its format. */
function withRestKeys(message: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries((message ?? {}) as JsonObject).map(([key, value]) => [
      inTable(key, restKeys) ?? key,
      value,
    ]),
  )
}

/** The kind of a stream message. */
export const upbitKind = kindByTopic(firstOf('type', 'ty'), { ticker: 'ws.ticker', trade: 'ws.trades' })

/** The row of a stream message, by its own kind. */
export function readUpbitMessage(payload: unknown): RawRow[] {
  const kind = upbitKind(payload)
  const message = withRestKeys(payload)
  if (kind === 'ws.ticker') return [upbitTick(message)]
  return kind === 'ws.trades' ? [upbitTrade(message, { at: message.trade_timestamp })] : rejectPayload()
}

/** The refusal in an error body: `{"error":{"name":"…","message":"…"}}`. */
export function upbitRefusal(payload: unknown): Refusal | null {
  const error = (payload as JsonObject).error as JsonObject | string | null | undefined
  return typeof error === 'object' && error !== null && 'name' in error
    ? { message: error.message ?? String(error.name), code: error.name }
    : null
}

/** How to subscribe to trades. Each frame replaces the one before, and no frame subscribes to nothing. */
export const upbitTradeFeed = {
  limits: { replacesAll: true },
  commands: ['subscribe', null],
  isSnapshot(message: unknown) {
    const { st, stream_type: type = st } = message as JsonObject
    return type === 'SNAPSHOT'
  },
  frame: (_command: string, codes: readonly string[], id: number) => [
    { ticket: `keiho-${id}` },
    { type: 'trade', codes },
    { format: 'DEFAULT' },
  ],
} as const
