import { noticeScopes, noticeStates, noticeTopics } from '../../../src/market/notice.ts'
import { listingStates } from '../../../src/market/pair.ts'
import type { Row } from '../../../src/market/row.ts'

type Check = (value: unknown) => boolean

/** A single surrogate: no request can be made of it. */
const halfCharacter = /\p{Cs}/u

const between =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max
const textUpTo =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= max && !halfCharacter.test(value)
const oneOf =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value)
const orNull =
  (is: Check): Check =>
  (value) =>
    value === null || is(value)

const name = textUpTo(64)
const price = between(1e-18, 1e15)
const amount = between(0, 1e18)
const time = between(Date.UTC(2009, 0), Date.UTC(2100, 0))
const tradeId = textUpTo(64)
const flag = orNull((value) => typeof value === 'boolean')
const names: Check = (value) => Array.isArray(value) && value.every(name)

/** What each field of a row may hold. A field that is not named here is a fault. */
const fields: Readonly<Record<Row['type'], Readonly<Record<string, Check>>>> = {
  tick: {
    ...{ symbol: name, base: orNull(name), quote: orNull(name), at: time, changedAt: time, since: time },
    ...{ last: price, open: price, high: price, low: price, bid: price, ask: price },
    ...{ baseVolume: amount, quoteVolume: amount, count: amount, lastTrade: amount },
  },
  trade: {
    ...{ symbol: orNull(name), price, amount: between(Number.MIN_VALUE, 1e18), side: oneOf(['buy', 'sell']) },
    ...{ at: time, id: tradeId, order: tradeId, fills: amount },
  },
  candle: {
    ...{ at: time, open: price, high: price, low: price, close: price },
    ...{ baseVolume: amount, quoteVolume: amount, count: amount },
  },
  symbol: { symbol: name, base: name, quote: name, state: oneOf(listingStates) },
  notice: {
    ...{ scope: oneOf(noticeScopes), what: oneOf(noticeTopics), state: oneOf(noticeStates), symbol: name },
    ...{
      title: textUpTo(500),
      url: textUpTo(2000),
      begin: time,
      end: time,
      publishedAt: time,
      assets: names,
    },
    market: oneOf(['margin', 'derivatives']),
  },
  asset: { asset: name, deposit: flag, withdrawal: flag },
  error: { message: textUpTo(200) },
}

/** The first field of a row that holds what it must not; null where all are sound. */
export function rowFault(row: Row): string | null {
  const known = fields[row.type]
  for (const [field, value] of Object.entries(row)) {
    if (field === 'type' || value === undefined) continue
    const is = Object.hasOwn(known, field) ? known[field] : undefined
    if (!is?.(value)) return `an unsound ${field} in a ${row.type}`
  }
  return null
}
