import fc from 'fast-check'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { DrawnFeed, drawnSymbols } from './drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { drawPump } from './drawn-pump.ts'

const symbols = drawnSymbols(10)
const first = symbols[0]!

/** What can befall a drawn market, one after the other, in any order. */
const befalls = {
  calm: (feed: DrawnFeed, random: () => number) => feed.calm(300, random),
  pump: (feed: DrawnFeed) => drawPump(feed, first),
  unheardPump: (feed: DrawnFeed) => drawPump(feed, symbols[1]!, 100, false),
  stray: (feed: DrawnFeed) => {
    feed.frame(1000, [{ symbol: first, price: 9e7 }])
    feed.frame(1000, [{ symbol: first, price: 100 }])
  },
  dump: (feed: DrawnFeed, random: () => number) => {
    for (let step = 1; step <= 40; step++)
      feed.frame(3000, [
        { symbol: symbols[2]!, price: 100 - step * (0.5 + random() / 10), turnover: 9000, count: 30 },
      ])
  },
  crash: (feed: DrawnFeed, random: () => number) => {
    for (let step = 1; step <= 60; step++)
      feed.frame(
        10_000,
        symbols.map((symbol) => ({ symbol, price: 100 - step / 8 - random() / 10, turnover: 900, count: 9 })),
      )
  },
  gap: (feed: DrawnFeed) => void feed.frame(240_000, [{ symbol: first, price: 101 }]),
  poll: (feed: DrawnFeed) => {
    for (let i = 0; i < 12; i++)
      feed.frame(
        10_000,
        symbols.map((symbol) => ({ symbol, price: 100 })),
        'poll',
      )
  },
  newLevel: (feed: DrawnFeed) => {
    for (let i = 0; i < 90; i++) feed.frame(1000, [{ symbol: symbols[3]!, price: 10 + (i % 3) / 100 }])
  },
} satisfies Record<string, (feed: DrawnFeed, random: () => number) => void>

/** What befalls a market, and the seed of everything that is drawn by lot. */
export interface Plot {
  readonly seed: number
  readonly befalls: readonly (keyof typeof befalls)[]
}

/** Markets in which much goes wrong. */
export const plots: fc.Arbitrary<Plot> = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  befalls: fc.array(fc.constantFrom(...(Object.keys(befalls) as (keyof typeof befalls)[])), {
    minLength: 2,
    maxLength: 6,
  }),
})

/** Draws a plot to its end, to an engine with the shipped model. */
export function drawPlot(plot: Plot): DrawnFeed {
  const feed = new DrawnFeed(symbols, shippedModel)
  const random = seeded(plot.seed)
  feed.calm(900, random)
  for (const name of plot.befalls) befalls[name](feed, random)
  feed.calm(120, random)
  return feed
}
