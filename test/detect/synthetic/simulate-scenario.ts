import fc from 'fast-check'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { simulatePump } from './simulate-pump.ts'

const symbols = syntheticSymbols(10)
const firstSymbol = symbols[0]!

/** Simulates one event of a market; events can follow each other in any order. */
const simulateEvent = {
  calm: (feed: SyntheticFeed, random: () => number) => feed.calm(300, random),
  pump: (feed: SyntheticFeed) => simulatePump(feed, firstSymbol),
  unfollowedPump: (feed: SyntheticFeed) => simulatePump(feed, symbols[1]!, 100, false),
  stray: (feed: SyntheticFeed) => {
    feed.frame(1000, [{ symbol: firstSymbol, price: 9e7 }])
    feed.frame(1000, [{ symbol: firstSymbol, price: 100 }])
  },
  dump: (feed: SyntheticFeed, random: () => number) => {
    for (let step = 1; step <= 40; step++)
      feed.frame(3000, [
        { symbol: symbols[2]!, price: 100 - step * (0.5 + random() / 10), turnover: 9000, count: 30 },
      ])
  },
  crash: (feed: SyntheticFeed, random: () => number) => {
    for (let step = 1; step <= 60; step++)
      feed.frame(
        10_000,
        symbols.map((symbol) => ({ symbol, price: 100 - step / 8 - random() / 10, turnover: 900, count: 9 })),
      )
  },
  gap: (feed: SyntheticFeed) => void feed.frame(240_000, [{ symbol: firstSymbol, price: 101 }]),
  poll: (feed: SyntheticFeed) => {
    for (let i = 0; i < 12; i++)
      feed.frame(
        10_000,
        symbols.map((symbol) => ({ symbol, price: 100 })),
        'poll',
      )
  },
  newLevel: (feed: SyntheticFeed) => {
    for (let i = 0; i < 90; i++) feed.frame(1000, [{ symbol: symbols[3]!, price: 10 + (i % 3) / 100 }])
  },
} satisfies Record<string, (feed: SyntheticFeed, random: () => number) => void>

/** Events of a market, in order, and the seed of its random numbers. */
export interface Scenario {
  readonly seed: number
  readonly events: readonly (keyof typeof simulateEvent)[]
}

/** Random scenarios. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  events: fc.array(fc.constantFrom(...(Object.keys(simulateEvent) as (keyof typeof simulateEvent)[])), {
    minLength: 2,
    maxLength: 6,
  }),
})

/** Simulates a whole scenario with the shipped model. */
export function simulateScenario(scenario: Scenario): SyntheticFeed {
  const feed = new SyntheticFeed(symbols, shippedModel)
  const random = seeded(scenario.seed)
  feed.calm(900, random)
  for (const name of scenario.events) simulateEvent[name](feed, random)
  feed.calm(120, random)
  return feed
}
