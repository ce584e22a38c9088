import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyRollings,
  forgetRollings,
  growRollings,
  type Rollings,
  tradedSince as tradedOf,
} from '../../../../src/detect/pair/tables/rolling-figures.ts'
import type { Tick } from '../../../../src/market/tick.ts'

const usual = { turnover: 0, count: 0 }
const begin = 1_700_000_000_000

/** Figures of two rows; the second one is tested. */
function emptyRolling(): Rollings {
  const rollings = emptyRollings()
  growRollings(rollings, 2)
  return rollings
}

const traded = (rollings: Rollings, tick: Tick, { turnover, count }: typeof usual) =>
  tradedOf(rollings, 1, tick, turnover, count)

interface VenueTrade {
  readonly at: number
  readonly turnover: number
}

/** What a venue publishes at `at` for a window that opened at `since`: the sums of the trades within it. */
function tickOf(trades: readonly VenueTrade[], since: number, at: number): Tick {
  const inside = trades.filter((trade) => trade.at > since && trade.at <= at)
  return {
    type: 'tick',
    symbol: 'SYSBTC',
    base: null,
    quote: null,
    at,
    last: 1,
    quoteVolume: inside.reduce((sum, trade) => sum + trade.turnover, 0),
    count: inside.length,
    since,
    lastTrade: trades.filter((trade) => trade.at <= at).length,
  }
}

/** Trades within two hours, and the times at which the figures are observed. */
const observedTrades = fc.record({
  trades: fc
    .array(
      fc.record({ at: fc.integer({ min: 0, max: 7_200_000 }), turnover: fc.integer({ min: 1, max: 1000 }) }),
      { maxLength: 80 },
    )
    .map((list) => list.map((trade) => ({ ...trade, at: begin + trade.at })).sort((a, b) => a.at - b.at)),
  times: fc
    .uniqueArray(fc.integer({ min: 0, max: 7_200_000 }), { minLength: 2, maxLength: 60 })
    .map((list) => list.map((ms) => begin + ms).sort((a, b) => a - b)),
})

/** Observes a rolling window at each of the times. */
function observeAll(
  trades: readonly VenueTrade[],
  times: readonly number[],
  sinceOf: (at: number) => number,
  publish: (tick: Tick) => Tick,
) {
  const rolling = emptyRolling()
  return times.map((at) => traded(rolling, publish(tickOf(trades, sinceOf(at), at)), usual))
}

const tradesBetween = (trades: readonly VenueTrade[], times: readonly number[]) =>
  times.slice(1).map((at, i) => trades.filter((trade) => trade.at > times[i]! && trade.at <= at))

describe('what was traded between two observations', () => {
  test('is exact for a window that nothing has left', () => {
    fc.assert(
      fc.property(observedTrades, ({ trades, times }) => {
        const [first, ...later] = observeAll(
          trades,
          times,
          () => begin - 1,
          (tick) => tick,
        )
        expect(first).toBeNull()
        expect(later).toEqual(
          tradesBetween(trades, times).map((list) => ({
            turnover: list.reduce((sum, trade) => sum + trade.turnover, 0),
            count: list.length,
          })),
        )
      }),
    )
  })

  // A window of one hour that opens on the minute, as Binance's does.
  const hour = (at: number) => Math.floor(at / 60_000) * 60_000 - 3_600_000

  test('is never negative, whatever leaves the window and whichever figures the venue publishes', () => {
    const publishers = fc.constantFrom<(tick: Tick) => Tick>(
      (tick) => tick,
      ({ lastTrade: _, ...tick }) => tick,
      ({ lastTrade: _l, count: _c, ...tick }) => tick,
      ({ lastTrade: _l, count: _c, quoteVolume, ...tick }) => ({ ...tick, baseVolume: quoteVolume ?? 0 }),
      ({ lastTrade: _l, count: _c, quoteVolume: _q, since: _s, ...tick }) => tick,
    )
    fc.assert(
      fc.property(observedTrades, publishers, ({ trades, times }, publish) => {
        for (const found of observeAll(trades, times, hour, publish).slice(1)) {
          expect(found!.turnover).toBeGreaterThanOrEqual(0)
          expect(found!.count).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(found!.turnover + found!.count)).toBe(true)
        }
      }),
    )
  })

  test('is counted exactly by trade ids while old trades leave the window; no trade means no turnover', () => {
    fc.assert(
      fc.property(observedTrades, ({ trades, times }) => {
        const found = observeAll(trades, times, hour, (tick) => tick).slice(1)
        tradesBetween(trades, times).forEach((list, i) => {
          expect(found[i]!.count).toBe(list.length)
          if (list.length === 0) expect(found[i]!.turnover).toBe(0)
        })
      }),
    )
  })

  test('accounts for what usually leaves the window', () => {
    const rolling = emptyRolling()
    const tick = { ...tickOf([], 0, begin), quoteVolume: 6000, count: 600 }
    const { lastTrade: _, ...plain } = tick
    traded(rolling, { ...plain, since: begin - 3_600_000 }, { turnover: 100, count: 10 })
    // A minute later one usual minute has left the window and another one has entered it.
    const after = { ...plain, at: begin + 60_000, since: begin - 3_540_000 }
    expect(traded(rolling, after, { turnover: 100, count: 10 })).toEqual({ turnover: 100, count: 10 })
  })

  test('is unknown at first and after the figures were forgotten', () => {
    const rolling = emptyRolling()
    const observe = (at: number) =>
      traded(rolling, tickOf([{ at: begin + 1, turnover: 5 }], begin, at), usual)
    expect(observe(begin)).toBeNull()
    expect(observe(begin + 2)).toEqual({ turnover: 5, count: 1 })
    forgetRollings(rolling)
    expect(observe(begin + 3)).toBeNull()
  })
})
