import { describe, expect, test } from 'vitest'
import { detectKeyAbuse } from '../../../src/detect/rules/key-abuse.ts'
import { keyAbuse } from '../../../src/detect/thresholds.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'

const bought = 'SYSUSDT'

interface Selling {
  /** Coins of the venue, and how many of them are sold. */
  readonly coins?: number
  readonly sold?: number
  /** What the sold coins lose within ten minutes (fraction). */
  readonly fall?: number
  /** Turnover of a sold coin, and of the bought one, in multiples of the usual. */
  readonly soldTimes?: number
  readonly boughtTimes?: number
}

/** A calm hour, then ten minutes in which coins are sold and one is bought. */
function sell({
  coins = 40,
  sold = keyAbuse.minCoins,
  fall = 0.05,
  soldTimes = 6,
  boughtTimes = 60,
}: Selling = {}) {
  const symbols = syntheticSymbols(coins)
  const feed = new SyntheticFeed(symbols)
  feed.calm(3600, seeded(9))
  const from = new Map(symbols.map((symbol) => [symbol, feed.engine.data.pairs.get(symbol)!.last]))
  const steps = 60
  for (let step = 1; step <= steps; step++) {
    feed.frame(
      10_000,
      symbols.map((symbol, i) => {
        // The bought coin rises within the first minute: a Warning by itself.
        const change = i === 0 ? 0.15 * Math.min(1, step / 6) : (-(i <= sold ? fall : 0) * step) / steps
        const times = i === 0 ? boughtTimes : i <= sold ? soldTimes : 1
        return { symbol, price: from.get(symbol)! * (1 + change), turnover: 100 * times, count: 3 }
      }),
    )
  }
  const { data } = feed.engine
  return { feed, found: detectKeyAbuse(data, [data.pairs.get(bought)!], data.at) }
}

const isDrawn = (selling: Selling) => (sell(selling).found?.drawn.length ?? 0) > 0

describe('many coins sold while one is bought', () => {
  test('is found with the number of coins sold, and the coin that drew the turnover', () => {
    const { found } = sell()
    expect(found!.sold).toBe(keyAbuse.minCoins)
    expect(found!.drawn.map(({ symbol }) => symbol)).toEqual([bought])
  })

  test('makes the coin’s episode a Danger of that kind, with the number as evidence', () => {
    const { feed } = sell({ sold: 15 })
    expect(
      feed.changes.filter(({ symbol, also }) => symbol === bought && also.length === 0).at(-1)!.tier,
    ).toBe('warning')
    const last = feed.changes.findLast(({ symbol }) => symbol === bought)!
    expect([last.tier, last.also]).toEqual(['danger', expect.arrayContaining(['key-abuse'])])
    const { value, unit } = last.evidence.find(({ sign }) => sign === 'sold-coins')!
    expect([unit, value >= keyAbuse.minCoins, value <= 15]).toEqual(['pairs', true, true])
  })

  test('is looked for only while a coin may have an episode', () => {
    const { data } = sell().feed.engine
    expect(detectKeyAbuse(data, [], data.at)).toBeNull()
  })
})

describe('coins sold', () => {
  test('are at least ten', () => {
    expect(sell({ sold: keyAbuse.minCoins - 1 }).found).toBeNull()
    expect(sell({ sold: keyAbuse.minCoins }).found).not.toBeNull()
  })

  test('are at least the share of a large venue', () => {
    const coins = 200
    const least = Math.ceil(keyAbuse.minShare * coins)
    expect(sell({ coins, sold: least - 1 }).found).toBeNull()
    expect(sell({ coins, sold: least }).found!.sold).toBe(least)
  })

  test('have fallen by the least fall against the others, not less', () => {
    const log = (fall: number) => 1 - Math.exp(-fall)
    expect(sell({ fall: log(keyAbuse.fall * 0.9) }).found).toBeNull()
    expect(sell({ fall: log(keyAbuse.fall * 1.6) }).found).not.toBeNull()
  })

  test('have turned over a multiple of the usual in a quarter of an hour, not less', () => {
    // Ten of the fifteen minutes were sold in, five were as usual.
    const over15 = (times: number) => (15 * times - 5) / 10
    expect(sell({ soldTimes: over15(keyAbuse.turnover * 0.85) }).found).toBeNull()
    expect(sell({ soldTimes: over15(keyAbuse.turnover * 1.6) }).found).not.toBeNull()
  })

  test('have not merely fallen with the whole market', () => {
    expect(sell({ sold: 39 }).found).toBeNull()
  })
})

describe('the coin bought', () => {
  test('has drawn a share of the venue’s turnover that is a multiple of its usual one', () => {
    expect(isDrawn({ boughtTimes: 4 })).toBe(false)
    expect(isDrawn({ boughtTimes: 60 })).toBe(true)
  })

  test('has drawn the least share of a venue of many coins, not less', () => {
    // Of 200 coins one usually has half a per cent: five times that is below the least share.
    expect(isDrawn({ coins: 200, sold: 20, boughtTimes: 20 })).toBe(false)
    expect(isDrawn({ coins: 200, sold: 20, boughtTimes: 60 })).toBe(true)
  })
})
