import { type Listing, listingStates } from '../../market/pair.ts'
import type { AssetState, Candle, Row, WireError } from '../../market/row.ts'
import { type Notice, noticeMarkets, noticeScopes, noticeStates, noticeTopics } from '../../market/notice.ts'
import type { Raw, RawRow, Writable } from './raw-row.ts'
import { validateTick, validateTrade } from './validate-tick.ts'
import { maxAssets, maxMessageLength, maxTitleLength } from './limits.ts'
import { line, name, url } from './text-values.ts'
import { amount, number, price, time } from './values.ts'

// One function per type of row: a valid row, or null. An invalid optional field is left out; a row that lacks a
// required one is dropped.

type OptionalKey<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

/** Sets an optional field that has a value. */
export function setIfPresent<T, K extends OptionalKey<T>>(
  row: Writable<T>,
  key: K,
  value: T[K] | undefined,
): void {
  if (value !== undefined) row[key] = value
}

/** The value, if it is a word of a closed list. */
export function wordOf<T>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value)
}

function validateListing(raw: Raw<Listing>): Listing | null {
  const symbol = name(raw.symbol)
  const base = name(raw.base)
  const quote = name(raw.quote)
  const state = wordOf(raw.state, listingStates)
  if (symbol === undefined || base === undefined || quote === undefined || state === undefined) return null
  return { type: 'symbol', symbol, base, quote, state }
}

function validateNotice(raw: Raw<Notice>): Notice | null {
  const scope = wordOf(raw.scope, noticeScopes)
  const state = wordOf(raw.state, noticeStates)
  if (scope === undefined || state === undefined) return null
  const what = wordOf(raw.what, noticeTopics) ?? 'other'
  const row: Writable<Notice> = { type: 'notice', scope, what, state }
  setIfPresent<Notice, 'title'>(row, 'title', line(raw.title, maxTitleLength))
  setIfPresent<Notice, 'url'>(row, 'url', url(raw.url))
  setIfPresent<Notice, 'begin'>(row, 'begin', time(raw.begin))
  setIfPresent<Notice, 'end'>(row, 'end', time(raw.end))
  setIfPresent<Notice, 'publishedAt'>(row, 'publishedAt', time(raw.publishedAt))
  setIfPresent<Notice, 'symbol'>(row, 'symbol', name(raw.symbol))
  const assets = listOf(raw.assets)
    .slice(0, maxAssets)
    .flatMap((asset) => name(asset) ?? [])
  setIfPresent<Notice, 'assets'>(row, 'assets', assets.length > 0 ? assets : undefined)
  setIfPresent<Notice, 'market'>(row, 'market', wordOf(raw.market, noticeMarkets))
  return row
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** How many of the coins that a notice names are left out of it: beyond `maxAssets`, or no names. */
export function lostAssets(raw: RawRow, row: Notice): number {
  return raw.type !== 'notice' ? 0 : listOf(raw.assets).length - (row.assets?.length ?? 0)
}

function validateAsset(raw: Raw<AssetState>): AssetState | null {
  const asset = name(raw.asset)
  if (asset === undefined) return null
  const flag = (value: unknown) => (typeof value === 'boolean' ? value : null)
  return { type: 'asset', asset, deposit: flag(raw.deposit), withdrawal: flag(raw.withdrawal) }
}

function validateCandle(raw: Raw<Candle>): Candle | null {
  const at = time(raw.at)
  const [open, high, low, close] = [raw.open, raw.high, raw.low, raw.close].map(price)
  const baseVolume = amount(raw.baseVolume)
  if (at === undefined || open === undefined || high === undefined || low === undefined) return null
  if (close === undefined || baseVolume === undefined) return null
  const row: Writable<Candle> = { type: 'candle', at, open, high, low, close, baseVolume }
  setIfPresent<Candle, 'quoteVolume'>(row, 'quoteVolume', amount(raw.quoteVolume))
  setIfPresent<Candle, 'count'>(row, 'count', amount(raw.count))
  return row
}

/** A valid error: it needs nothing. */
export function validateError(raw: Raw<WireError>): WireError {
  return {
    type: 'error',
    message: line(raw.message, maxMessageLength) ?? `error ${number(raw.code) ?? ''}`.trim(),
  }
}

/**
 * A valid row of the raw row's type, or null.
 *
 * @param at time of receipt, ms UTC: stands in for a tick's time where the wire has none
 */
export function validateRow(raw: RawRow, at: number): Row | null {
  switch (raw.type) {
    case 'tick':
      return validateTick(raw, at)
    case 'trade':
      return validateTrade(raw)
    case 'symbol':
      return validateListing(raw)
    case 'notice':
      return validateNotice(raw)
    case 'asset':
      return validateAsset(raw)
    case 'candle':
      return validateCandle(raw)
    case 'error':
      return validateError(raw)
  }
}
