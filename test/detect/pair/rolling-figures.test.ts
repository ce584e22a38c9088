import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyRollings,
  forgetRollings,
  growRollings,
  type Rollings,
  tradedSince as tradedOf,
} from '../../../src/detect/pair/rolling-figures.ts'
import type { Tick } from '../../../src/market/tick.ts'

const usual = { turnover: 0, count: 0 }
const begin = 1_700_000_000_000

/** Figures of two rows; the second is looked at. */
function unknownRolling(): Rollings {
  const rollings = emptyRollings()
  growRollings(rollings, 2)
  return rollings
}

const traded = (rollings: Rollings, tick: Tick, { turnover, count }: typeof usual) =>
  tradedOf(rollings, 1, tick, turnover, count)

interface Deal {
  readonly at: number
  readonly turnover: number
}

/** What a venue would publish at a moment of a window that opened at `since`: sums of deals within it. */
function tickOf(deals: readonly Deal[], since: number, at: number): Tick {
  const inside = deals.filter((deal) => deal.at > since && deal.at <= at)
  return {
    type: 'tick',
    symbol: 'SYSBTC',
    base: null,
    quote: null,
    at,
    last: 1,
    quoteVolume: inside.reduce((sum, deal) => sum + deal.turnover, 0),
    count: inside.length,
    since,
    lastTrade: deals.filter((deal) => deal.at <= at).length,
  }
}

/** Deals within two hours, and the seconds at which the window is looked at. */
const course = fc.record({
  deals: fc
    .array(
      fc.record({ at: fc.integer({ min: 0, max: 7_200_000 }), turnover: fc.integer({ min: 1, max: 1000 }) }),
      { maxLength: 80 },
    )
    .map((list) => list.map((deal) => ({ ...deal, at: begin + deal.at })).sort((a, b) => a.at - b.at)),
  looks: fc
    .uniqueArray(fc.integer({ min: 0, max: 7_200_000 }), { minLength: 2, maxLength: 60 })
    .map((list) => list.map((ms) => begin + ms).sort((a, b) => a - b)),
})

/** Looks through a rolling window, one value for each pair of looks. */
function lookThrough(
  deals: readonly Deal[],
  looks: readonly number[],
  sinceOf: (at: number) => number,
  keep: (tick: Tick) => Tick,
) {
  const rolling = unknownRolling()
  return looks.map((at) => traded(rolling, keep(tickOf(deals, sinceOf(at), at)), usual))
}

const between = (deals: readonly Deal[], looks: readonly number[]) =>
  looks.slice(1).map((at, i) => deals.filter((deal) => deal.at > looks[i]! && deal.at <= at))

describe('what was traded between two looks', () => {
  test('is exact for a window that lost nothing', () => {
    fc.assert(
      fc.property(course, ({ deals, looks }) => {
        const [first, ...seen] = lookThrough(
          deals,
          looks,
          () => begin - 1,
          (tick) => tick,
        )
        expect(first).toBeNull()
        expect(seen).toEqual(
          between(deals, looks).map((list) => ({
            turnover: list.reduce((sum, deal) => sum + deal.turnover, 0),
            count: list.length,
          })),
        )
      }),
    )
  })

  // A window of one hour that opens on the minute, as Binance's does.
  const hour = (at: number) => Math.floor(at / 60_000) * 60_000 - 3_600_000

  test('is never negative, whatever leaves the window and whatever the venue tells', () => {
    const kept = fc.constantFrom<(tick: Tick) => Tick>(
      (tick) => tick,
      ({ lastTrade: _, ...tick }) => tick,
      ({ lastTrade: _l, count: _c, ...tick }) => tick,
      ({ lastTrade: _l, count: _c, quoteVolume, ...tick }) => ({ ...tick, baseVolume: quoteVolume ?? 0 }),
      ({ lastTrade: _l, count: _c, quoteVolume: _q, since: _s, ...tick }) => tick,
    )
    fc.assert(
      fc.property(course, kept, ({ deals, looks }, keep) => {
        for (const seen of lookThrough(deals, looks, hour, keep).slice(1)) {
          expect(seen!.turnover).toBeGreaterThanOrEqual(0)
          expect(seen!.count).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(seen!.turnover + seen!.count)).toBe(true)
        }
      }),
    )
  })

  test('counts exactly by trade ids while old trades leave, and nothing new means nothing turned over', () => {
    fc.assert(
      fc.property(course, ({ deals, looks }) => {
        const seen = lookThrough(deals, looks, hour, (tick) => tick).slice(1)
        between(deals, looks).forEach((list, i) => {
          expect(seen[i]!.count).toBe(list.length)
          if (list.length === 0) expect(seen[i]!.turnover).toBe(0)
        })
      }),
    )
  })

  test('takes what usually leaves a window into account', () => {
    const rolling = unknownRolling()
    const tick = { ...tickOf([], 0, begin), quoteVolume: 6000, count: 600 }
    const { lastTrade: _, ...plain } = tick
    traded(rolling, { ...plain, since: begin - 3_600_000 }, { turnover: 100, count: 10 })
    // A minute later a usual minute has left and a usual minute has come.
    const after = { ...plain, at: begin + 60_000, since: begin - 3_540_000 }
    expect(traded(rolling, after, { turnover: 100, count: 10 })).toEqual({ turnover: 100, count: 10 })
  })

  test('is unknown at first and after the past was forgotten', () => {
    const rolling = unknownRolling()
    const look = (at: number) => traded(rolling, tickOf([{ at: begin + 1, turnover: 5 }], begin, at), usual)
    expect(look(begin)).toBeNull()
    expect(look(begin + 2)).toEqual({ turnover: 5, count: 1 })
    forgetRollings(rolling)
    expect(look(begin + 3)).toBeNull()
  })
})
