import { expect } from 'vitest'
import type { PerpetualRow } from '../../../src/market/derivative.ts'
import { expectValid } from '../validate/expect-valid-row.ts'

const isShowable = (text: unknown) =>
  typeof text === 'string' &&
  text !== '' &&
  text.length <= 64 &&
  !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
const isTime = (ms: number) => Number.isInteger(ms) && ms > 1_230_768_000_000 && ms < 4_102_444_800_000
const bounds = {
  mark: [1e-18, 1e15],
  index: [1e-18, 1e15],
  price: [1e-18, 1e15],
  amount: [Number.MIN_VALUE, 1e18],
  openInterest: [0, 1e18],
  fundingRate: [-1, 1],
  cap: [-1, 1],
  floor: [-1, 1],
  intervalH: [Number.MIN_VALUE, 168],
  contractSize: [Number.MIN_VALUE, 1e12],
  multiplier: [Number.MIN_VALUE, 1e9],
  place: [0, 1e18],
} as const

/** Expects every field of a row to be within what a contract can have. */
export function expectSound(row: PerpetualRow): void {
  if (row.type === 'tick' || row.type === 'trade' || row.type === 'error') return expectValid(row)
  const values = row as unknown as Readonly<Record<string, unknown>>
  const broken = Object.entries(values).filter(([key, value]) => {
    if (['symbol', 'base', 'quote', 'settle', 'id'].includes(key)) return !isShowable(value)
    if (['at', 'nextFundingAt', 'delistingAt'].includes(key)) return !isTime(value as number)
    const [least, most] = bounds[key as keyof typeof bounds] ?? []
    return least !== undefined && !((value as number) >= least && (value as number) <= most)
  })
  expect(broken, JSON.stringify(row)).toEqual([])
}
