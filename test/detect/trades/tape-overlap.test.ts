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
 * Trades as they happened, several within a millisecond and a second among them. Where the venue gives no ids no two
 * of a millisecond are alike: nobody could tell them from one that comes twice.
 */
const happened = (ids: 'up' | 'down' | 'none') =>
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
        const given = ids === 'none' ? {} : { id: String(id) }
        return { type: 'trade', symbol: null, ...given, price, amount: ids === 'none' ? i + 1 : 1, side, at }
      })
    })

/** Frames of one to five trades, each written newest first or oldest first. */
function* frames(trades: readonly Trade[], sizes: readonly number[], isReversed: boolean) {
  let from = 0
  for (let i = 0; from < trades.length; i++) {
    const some = trades.slice(from, (from += sizes[i % sizes.length]!))
    yield isReversed ? some.toReversed() : some
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
const told = (tape: Tape, trades: readonly Trade[]) => {
  const at = trades.at(-1)!.at
  for (const seconds of [1, 5, 60]) {
    const { turnover, buyTurnover, count } = naiveWindow(trades, at, seconds)
    expect(tapeWindow(tape, at, seconds)).toMatchObject({ turnover, buyTurnover, count })
  }
  expect(tape.at).toBe(at)
}

describe.each(['up', 'none', 'down'] as const)('ids that count %s', (ids) => {
  // A frame of one millisecond whose ids count down says nothing of its order: nothing but the order is lost.
  test('every trade of a frame is taken once, whichever way round it is written', () => {
    fc.assert(
      fc.property(happened(ids), sizes, fc.boolean(), (trades, some, isReversed) => {
        const tape = emptyTape()
        for (const frame of frames(trades, some, isReversed)) pushTrades(tape, oldestFirst(frame))
        told(tape, trades)
        if (ids === 'up') expect(tape.last).toBe(trades.at(-1)!.price)
      }),
      { numRuns: 300 },
    )
  })

  test('stream and back-fill count each trade once, wherever either begins and ends', () => {
    fc.assert(
      fc.property(
        happened(ids),
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
        sizes,
        fc.boolean(),
        (trades, places, some, isReversed) => {
          const [begins, seen, ends] = places.map((n) => n % (trades.length + 1)).sort((a, b) => a - b) as [
            number,
            number,
            number,
          ]
          const tape = emptyTape()
          const hear = (from: number, to: number) => {
            for (const frame of frames(trades.slice(from, to), some, isReversed))
              pushTrades(tape, oldestFirst(frame))
          }
          // The stream is heard from `begins`; by `seen` of it the back-fill comes, which goes up to `ends`.
          hear(begins, seen)
          const reply = trades.slice(0, ends)
          fillGaps(tape, oldestFirst(isReversed ? reply.toReversed() : reply))
          hear(seen, trades.length)
          told(tape, trades)
          expect(tape.since).toBe(trades[0]!.at)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a line that broke and tells its last trades again counts each once, before and after the back-fill', () => {
    fc.assert(
      fc.property(
        happened(ids),
        fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        fc.boolean(),
        (trades, places, again, isTwice) => {
          const [broke, begins, seen, ends] = places
            .map((n) => n % (trades.length + 1))
            .sort((a, b) => a - b) as [number, number, number, number]
          const tape = emptyTape()
          fillGaps(tape, [])
          pushTrades(tape, trades.slice(0, broke))
          openGap(tape)
          // It breaks again before anything was back-filled.
          if (isTwice) openGap(tape)
          const from = begins === broke ? Math.max(0, begins - again) : begins
          pushTrades(tape, trades.slice(from, seen))
          fillGaps(tape, trades.slice(0, ends))
          pushTrades(tape, trades.slice(seen))
          told(tape, trades)
          expect(tape.gaps).toEqual([])
          if (broke > 0) expect(tape.since).toBe(trades[0]!.at)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

test('a back-fill that does not reach back to the break leaves the tape complete since its first trade', () => {
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
