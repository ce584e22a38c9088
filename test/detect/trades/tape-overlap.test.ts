import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillGaps, openGap } from '../../../src/detect/trades/fill-gaps.ts'
import { emptyTape, pushTrades, type Tape } from '../../../src/detect/trades/tape.ts'
import { tapeWindow } from '../../../src/detect/trades/tape-window.ts'
import { oldestFirst } from '../../../src/market/oldest-first.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { naiveWindow } from './naive-tape.ts'

const begin = 1_700_000_000_000

/**
 * Random trades, some of them within one millisecond or one second. Without ids no two trades of a millisecond are
 * equal: they could not be distinguished from one trade that is sent twice.
 */
const randomTrades = (ids: 'up' | 'down' | 'none') =>
  fc
    .array(
      fc.record({
        after: fc.constantFrom(0, 0, 0, 1, 40, 900, 4000),
        side: fc.constantFrom<Trade['side'][]>('buy', 'sell'),
        price: fc.integer({ min: 100, max: 101 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .map((list) => {
      let at = begin
      return list.map(({ after, side, price }, i): Trade => {
        at += after
        const id = 50_000 + (ids === 'up' ? i : -i)
        const idField = ids === 'none' ? {} : { id: String(id) }
        return {
          type: 'trade',
          symbol: null,
          ...idField,
          price,
          amount: ids === 'none' ? i + 1 : 1,
          side,
          at,
        }
      })
    })

/** Frames of one to five trades, each in order newest first or oldest first. */
function* frames(trades: readonly Trade[], sizes: readonly number[], isReversed: boolean) {
  let from = 0
  for (let i = 0; from < trades.length; i++) {
    const frame = trades.slice(from, (from += sizes[i % sizes.length]!))
    yield isReversed ? frame.toReversed() : frame
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
const expectWindows = (tape: Tape, trades: readonly Trade[]) => {
  const at = trades.at(-1)!.at
  for (const seconds of [1, 5, 60]) {
    const { turnover, buyTurnover, count } = naiveWindow(trades, at, seconds)
    expect(tapeWindow(tape, at, seconds)).toMatchObject({ turnover, buyTurnover, count })
  }
  expect(tape.at).toBe(at)
}

describe.each(['up', 'none', 'down'] as const)('trade ids that count %s', (ids) => {
  // Where ids do not count up, the order within one millisecond is unknown; only the last price depends on it.
  test('every trade of a frame is taken once, oldest first or newest first', () => {
    fc.assert(
      fc.property(randomTrades(ids), sizes, fc.boolean(), (trades, frameSizes, isReversed) => {
        const tape = emptyTape()
        for (const frame of frames(trades, frameSizes, isReversed)) pushTrades(tape, oldestFirst(frame))
        expectWindows(tape, trades)
        if (ids === 'up') expect(tape.last).toBe(trades.at(-1)!.price)
      }),
      { numRuns: 300 },
    )
  })

  test('stream and back-fill together count each trade once, wherever either begins and ends', () => {
    fc.assert(
      fc.property(
        randomTrades(ids),
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
        sizes,
        fc.boolean(),
        (trades, cuts, frameSizes, isReversed) => {
          const [begins, seen, ends] = cuts.map((n) => n % (trades.length + 1)).sort((a, b) => a - b) as [
            number,
            number,
            number,
          ]
          const tape = emptyTape()
          const stream = (from: number, to: number) => {
            for (const frame of frames(trades.slice(from, to), frameSizes, isReversed))
              pushTrades(tape, oldestFirst(frame))
          }
          // The stream begins at `begins`; after `seen` the back-fill arrives, which ends at `ends`.
          stream(begins, seen)
          const reply = trades.slice(0, ends)
          fillGaps(tape, oldestFirst(isReversed ? reply.toReversed() : reply))
          stream(seen, trades.length)
          expectWindows(tape, trades)
          expect(tape.since).toBe(trades[0]!.at)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a reconnected stream that repeats its last trades counts each once, as does the back-fill', () => {
    fc.assert(
      fc.property(
        randomTrades(ids),
        fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        fc.boolean(),
        (trades, cuts, repeated, isTwice) => {
          const [broke, begins, seen, ends] = cuts
            .map((n) => n % (trades.length + 1))
            .sort((a, b) => a - b) as [number, number, number, number]
          const tape = emptyTape()
          fillGaps(tape, [])
          pushTrades(tape, trades.slice(0, broke))
          openGap(tape)
          // A second disconnect before the back-fill.
          if (isTwice) openGap(tape)
          const from = begins === broke ? Math.max(0, begins - repeated) : begins
          pushTrades(tape, trades.slice(from, seen))
          fillGaps(tape, trades.slice(0, ends))
          pushTrades(tape, trades.slice(seen))
          expectWindows(tape, trades)
          expect(tape.gaps).toEqual([])
          if (broke > 0) expect(tape.since).toBe(trades[0]!.at)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

test('after a back-fill that does not reach back to the gap the tape is complete since its first trade', () => {
  const trade = (second: number): Trade => ({
    type: 'trade',
    symbol: null,
    price: 1,
    amount: 1,
    side: 'buy',
    at: begin + second * 1000,
  })
  const tape = emptyTape()
  fillGaps(tape, [trade(0)])
  openGap(tape)
  pushTrades(tape, [trade(30)])
  fillGaps(tape, [trade(20), trade(30)])
  expect(tape.since).toBe(trade(20).at)
  expect(tapeWindow(tape, trade(30).at, 60).count).toBe(3)
})
