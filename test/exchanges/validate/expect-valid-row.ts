import { expect } from 'vitest'
import type { Row } from '../../../src/market/row.ts'

const isTime = (ms: number) => Number.isInteger(ms) && ms > 1_230_768_000_000 && ms < 4_102_444_800_000
const isPositive = (n: number) => Number.isFinite(n) && n > 0
const isAmount = (n: number) => Number.isFinite(n) && n >= 0
const isName = (text: string | null) => text === null || (typeof text === 'string' && text !== '')
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
        last: isPositive(row.last),
        open: absentOr(row.open, isPositive),
        high: absentOr(row.high, isPositive),
        low: absentOr(row.low, isPositive),
        bid: absentOr(row.bid, isPositive),
        ask: absentOr(row.ask, isPositive),
        baseVolume: absentOr(row.baseVolume, isAmount),
        quoteVolume: absentOr(row.quoteVolume, isAmount),
        count: absentOr(row.count, isAmount),
        lastTrade: absentOr(row.lastTrade, isAmount),
        since: absentOr(row.since, isTime),
      })
    case 'trade':
      return broken({
        symbol: isName(row.symbol),
        price: isPositive(row.price),
        amount: isPositive(row.amount),
        side: row.side === 'buy' || row.side === 'sell',
        at: isTime(row.at),
        id: isAbsent(row.id) || (typeof row.id === 'string' && row.id !== ''),
        order: isAbsent(row.order) || (typeof row.order === 'string' && row.order !== ''),
        fills: absentOr(row.fills, isPositive),
      })
    case 'candle':
      return broken({
        at: isTime(row.at),
        prices: [row.open, row.high, row.low, row.close].every(isPositive),
        volumes: isAmount(row.baseVolume) && isAmount(row.quoteVolume),
        count: absentOr(row.count, isAmount),
      })
    case 'symbol':
      return broken({
        names: [row.symbol, row.base, row.quote].every((name) => typeof name === 'string' && name !== ''),
        state: ['trading', 'halted', 'cancel-only', 'delisted', 'prelisting'].includes(row.state),
      })
    case 'notice':
      return broken({
        scope: ['venue', 'pair', 'asset'].includes(row.scope),
        state: ['active', 'over', 'scheduled'].includes(row.state),
        what: topics.includes(row.what),
        begin: absentOr(row.begin, isTime),
        end: absentOr(row.end, isTime),
        texts: [row.title, row.url, row.symbol].every((text) => isAbsent(text) || typeof text === 'string'),
        assets: row.assets?.every((name) => name !== '') ?? true,
        market: ['margin', 'derivatives', undefined].includes(row.market),
      })
    case 'asset':
      return broken({
        asset: isName(row.asset),
        flags: [row.deposit, row.withdrawal].every((flag) => flag === null || typeof flag === 'boolean'),
      })
    case 'error':
      return broken({ message: typeof row.message === 'string' && row.message !== '' })
  }
}
