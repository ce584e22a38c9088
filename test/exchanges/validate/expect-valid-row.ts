import { expect } from 'vitest'
import type { Row } from '../../../src/market/row.ts'

const isTime = (ms: number) => Number.isInteger(ms) && ms > 1_230_768_000_000 && ms < 4_102_444_800_000
const isPrice = (n: number) => n >= 1e-18 && n <= 1e15
const isPositive = (n: number) => n > 0 && n <= 1e18
const isAmount = (n: number) => n >= 0 && n <= 1e18
const isShowable = (text: string) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
const isText = (text: unknown, maxLength: number) =>
  typeof text === 'string' && text.trim() !== '' && text.length <= maxLength && isShowable(text)
const isName = (text: string | null) => text === null || isText(text, 64)
const isAbsent = (value: unknown) => value === undefined

const topics: readonly string[] = [
  ...['maintenance', 'halt', 'cancel-only', 'deposit-suspended', 'withdrawal-suspended'],
  ...['delisting', 'caution', 'api-keys', 'listing', 'migration', 'rollback', 'other'],
]

/** Expects every field of a row to satisfy its type. */
export function expectValid(row: Row): void {
  const invalid = invalidFields(row)
  expect(invalid, `invalid in ${JSON.stringify(row)}`).toEqual([])
}

/** The names of the invalid fields. */
function invalidFields(row: Row): string[] {
  const broken = (checks: Readonly<Record<string, boolean>>) =>
    Object.keys(checks).filter((field) => checks[field] === false)
  const absentOr = (value: number | undefined, holds: (n: number) => boolean) =>
    isAbsent(value) || holds(value)
  switch (row.type) {
    case 'tick':
      return broken({
        symbol: isName(row.symbol) && row.symbol !== null,
        base: isName(row.base),
        quote: isName(row.quote),
        at: isTime(row.at),
        last: isPrice(row.last),
        open: absentOr(row.open, isPrice),
        high: absentOr(row.high, isPrice),
        low: absentOr(row.low, isPrice),
        bid: absentOr(row.bid, isPrice),
        ask: absentOr(row.ask, isPrice),
        baseVolume: absentOr(row.baseVolume, isAmount),
        quoteVolume: absentOr(row.quoteVolume, isAmount),
        count: absentOr(row.count, isAmount),
        lastTrade: absentOr(row.lastTrade, isAmount),
        since: absentOr(row.since, isTime),
      })
    case 'trade':
      return broken({
        symbol: isName(row.symbol),
        price: isPrice(row.price),
        amount: isPositive(row.amount),
        side: row.side === 'buy' || row.side === 'sell',
        at: isTime(row.at),
        id: isAbsent(row.id) || isText(row.id, 64),
        order: isAbsent(row.order) || isText(row.order, 64),
        turnover: row.price * row.amount <= 1e18,
        fills: absentOr(row.fills, isPositive),
      })
    case 'candle':
      return broken({
        at: isTime(row.at),
        prices: [row.open, row.high, row.low, row.close].every(isPrice),
        volumes: isAmount(row.baseVolume) && absentOr(row.quoteVolume, isAmount),
        count: absentOr(row.count, isAmount),
      })
    case 'symbol':
      return broken({
        names: [row.symbol, row.base, row.quote].every((name) => isText(name, 64)),
        state: ['trading', 'halted', 'cancel-only', 'delisted', 'prelisting'].includes(row.state),
      })
    case 'notice':
      return broken({
        scope: ['venue', 'pair', 'asset'].includes(row.scope),
        state: ['active', 'over', 'scheduled'].includes(row.state),
        what: topics.includes(row.what),
        begin: absentOr(row.begin, isTime),
        end: absentOr(row.end, isTime),
        title: isAbsent(row.title) || isText(row.title, 500),
        url: isAbsent(row.url) || isText(row.url, 2000),
        symbol: isAbsent(row.symbol) || isText(row.symbol, 64),
        assets: isAbsent(row.assets) || (row.assets.length <= 100 && row.assets.every(isName)),
        market: ['margin', 'derivatives', undefined].includes(row.market),
      })
    case 'asset':
      return broken({
        asset: isName(row.asset),
        flags: [row.deposit, row.withdrawal].every((flag) => flag === null || typeof flag === 'boolean'),
      })
    case 'error':
      return broken({ message: isText(row.message, 200) })
  }
}
