import type { Listing, ListingState } from '../../market/pair.ts'
import type { AssetState, Candle, Row, WireError } from '../../market/row.ts'
import type { Notice, NoticeTopic } from '../../market/notice.ts'
import { amount, number, positive, type RawRow, text, time, type Writable } from './raw-row.ts'
import { soundTick, soundTrade } from './sound-tick.ts'

// One function per kind of row: a sound row, or null. Optional fields that are unsound are
// left out; a row without its essentials is dropped whole.

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

function put<T, K extends Optional<T>>(row: Writable<T>, key: K, value: T[K] | undefined): void {
  if (value !== undefined) row[key] = value
}

const states: readonly unknown[] = ['trading', 'halted', 'cancel-only', 'delisted', 'prelisting']

function listing(raw: RawRow): Listing | null {
  const symbol = text(raw.symbol)
  const base = text(raw.base)
  const quote = text(raw.quote)
  if (symbol === undefined || base === undefined || quote === undefined) return null
  if (!states.includes(raw.state)) return null
  return { type: 'symbol', symbol, base, quote, state: raw.state as ListingState }
}

const scopes: readonly unknown[] = ['venue', 'pair', 'asset']
const topics: readonly unknown[] = [
  ...['maintenance', 'halt', 'cancel-only', 'deposit-suspended', 'withdrawal-suspended', 'delisting'],
  ...['caution', 'api-keys', 'listing', 'migration', 'rollback', 'other'],
]
const markets: readonly unknown[] = ['margin', 'derivatives']
const noticeStates: readonly unknown[] = ['active', 'over', 'scheduled']

function notice(raw: RawRow): Notice | null {
  if (!scopes.includes(raw.scope) || !noticeStates.includes(raw.state)) return null
  const row: Writable<Notice> = {
    type: 'notice',
    scope: raw.scope as Notice['scope'],
    what: topics.includes(raw.what) ? (raw.what as NoticeTopic) : 'other',
    state: raw.state as Notice['state'],
  }
  put<Notice, 'title'>(row, 'title', text(raw.title))
  put<Notice, 'url'>(row, 'url', text(raw.url))
  put<Notice, 'begin'>(row, 'begin', time(raw.begin))
  put<Notice, 'end'>(row, 'end', time(raw.end))
  put<Notice, 'symbol'>(row, 'symbol', text(raw.symbol))
  const assets = Array.isArray(raw.assets) ? raw.assets.flatMap((name) => text(name) ?? []) : []
  put<Notice, 'assets'>(row, 'assets', assets.length > 0 ? assets : undefined)
  if (markets.includes(raw.market)) row.market = raw.market as NonNullable<Notice['market']>
  return row
}

function asset(raw: RawRow): AssetState | null {
  const name = text(raw.asset)
  if (name === undefined) return null
  const flag = (value: unknown) => (typeof value === 'boolean' ? value : null)
  return { type: 'asset', asset: name, deposit: flag(raw.deposit), withdrawal: flag(raw.withdrawal) }
}

function candle(raw: RawRow): Candle | null {
  const at = time(raw.at)
  const [open, high, low, close] = [raw.open, raw.high, raw.low, raw.close].map(positive)
  const baseVolume = amount(raw.baseVolume)
  const quoteVolume = amount(raw.quoteVolume)
  if (at === undefined || open === undefined || high === undefined || low === undefined) return null
  if (close === undefined || baseVolume === undefined || quoteVolume === undefined) return null
  const row: Writable<Candle> = { type: 'candle', at, open, high, low, close, baseVolume, quoteVolume }
  put<Candle, 'count'>(row, 'count', amount(raw.count))
  return row
}

function error(raw: RawRow): WireError {
  return { type: 'error', message: text(raw.message) ?? `error ${number(raw.code) ?? ''}`.trim() }
}

const sound = {
  tick: soundTick,
  trade: soundTrade,
  symbol: listing,
  notice,
  asset,
  candle,
  error,
} satisfies Record<Row['type'], (raw: RawRow, at: number) => Row | null>

/** The gate: a sound row of the raw row's own type, or null. `at` stands in for a tick's time where the wire has none. */
export function soundRow(raw: RawRow, at: number): Row | null {
  return sound[raw.type](raw, at)
}
