import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyTape, pushTrades, type Tape } from '../../../src/detect/trades/tape.ts'
import { tapeWindow, type TapeWindow } from '../../../src/detect/trades/tape-window.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { naiveWindow } from './naive-tape.ts'

const begin = 1_700_000_000_000
const windows = [1, 5, 25, 60]

/** Orders of one to five fills, some minutes apart; integers, so that sums agree to the last digit. */
const randomOrders = (ids: 'venue' | 'none') =>
  fc
    .array(
      fc.record({
        after: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 90_000 })),
        side: fc.constantFrom<Trade['side'][]>('buy', 'buy', 'sell'),
        fills: fc.array(
          fc.record({
            price: fc.integer({ min: 100, max: 104 }),
            amount: fc.integer({ min: 1, max: 50 }),
            fills: fc.constantFrom(undefined, undefined, 1, 3),
          }),
          { minLength: 1, maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) => {
      let at = begin
      let id = 9_007_199_254_740_990n
      return list.flatMap(({ after, side, fills }, index) => {
        at += after
        return fills.map(({ price, amount, fills: merged }): Trade => ({
          type: 'trade',
          symbol: 'SYSBTC',
          id: String(id++),
          price,
          amount,
          side,
          at,
          ...(merged === undefined ? {} : { fills: merged }),
          ...(ids === 'venue' ? { order: `order-${index}` } : {}),
        }))
      })
    })

const tapeOf = (trades: readonly Trade[]): Tape => {
  const tape = emptyTape()
  pushTrades(tape, trades)
  return tape
}

const windowsOf = (tape: Tape, at: number): TapeWindow[] =>
  windows.map((seconds) => tapeWindow(tape, at, seconds))
const naiveWindows = (trades: readonly Trade[], at: number) =>
  windows.map((seconds) => naiveWindow(trades, at, seconds))

describe('tape', () => {
  test.each(['venue', 'none'] as const)('sums windows as the reference does (taker-order ids: %s)', (ids) => {
    fc.assert(
      fc.property(randomOrders(ids), (trades) => {
        const tape = emptyTape()
        trades.forEach((trade, i) => {
          pushTrades(tape, [trade])
          const next = trades[i + 1]
          if (next?.at === trade.at) return
          expect(windowsOf(tape, trade.at)).toEqual(naiveWindows(trades.slice(0, i + 1), trade.at))
        })
        // Time passes without trades.
        const later = trades.at(-1)!.at + 24_000
        expect(windowsOf(tape, later)).toEqual(naiveWindows(trades, later))
      }),
      { numRuns: 60 },
    )
  })

  test('counts no trade twice when batches of the stream overlap', () => {
    fc.assert(
      fc.property(randomOrders('none'), fc.nat(), fc.nat(), (trades, a, b) => {
        const [from, to] = [a % (trades.length + 1), b % (trades.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const tape = tapeOf(trades.slice(0, to))
        pushTrades(tape, trades.slice(from))
        expect(tape).toEqual(tapeOf(trades))
      }),
    )
  })

  test('ignores trades older than the newest, also without ids', () => {
    const [first, second] = [begin, begin + 5000].map((at): Trade => ({
      type: 'trade',
      symbol: null,
      price: 1,
      amount: 1,
      side: 'buy',
      at,
    }))
    expect(tapeOf([second!, first!])).toEqual(tapeOf([second!]))
  })

  test('distinguishes ids beyond 2^53, in whatever order a venue numbers them', () => {
    const trade = (id: string): Trade => ({
      type: 'trade',
      symbol: null,
      id,
      price: 1,
      amount: 1,
      side: 'buy',
      at: begin,
    })
    const count = (...ids: string[]) => tapeWindow(tapeOf(ids.map(trade)), begin, 25).count
    expect(count('9007199254740993', '9007199254740992')).toBe(2)
    expect(count('9007199254740993', '9007199254740992', '9007199254740993')).toBe(2)
    expect(count('10000000000000000', '9999999999999999')).toBe(2)
    expect(count('b', 'a', 'a')).toBe(2)
  })

  test('counts two orders of one side within a second as two, one order of many fills as one', () => {
    const fill = (at: number, price: number): Trade => ({
      type: 'trade',
      symbol: null,
      price,
      amount: 1,
      side: 'buy',
      at,
    })
    const trades = [fill(begin, 100), fill(begin, 101), fill(begin, 102), fill(begin + 1, 102)]
    expect(tapeWindow(tapeOf(trades), begin, 25)).toMatchObject({
      buys: 2,
      rush: 1,
      rushLevels: 1,
      buySeconds: 1,
    })
    expect(tapeWindow(tapeOf(trades), begin, 25).sweep).toBeCloseTo(Math.log(1.02), 12)
  })

  test('continues unchanged after structuredClone at any trade', () => {
    fc.assert(
      fc.property(randomOrders('none'), fc.nat(), (trades, where) => {
        const cut = where % (trades.length + 1)
        const resumed = structuredClone(tapeOf(trades.slice(0, cut)))
        pushTrades(resumed, trades.slice(cut))
        expect(resumed).toEqual(tapeOf(trades))
      }),
    )
  })
})
