import type { Box } from '../../../src/content/placement/box.ts'
import { freePosition } from '../../../src/content/placement/free-position.ts'
import { mergeRegions } from '../../../src/content/placement/merge-regions.ts'
import { tallestSpan } from '../../../src/content/placement/tallest-span.ts'
import { seeded } from '../../examples/seeded.ts'
import type { Benchmark } from '../benchmark.ts'
import { timeBoth, type Stopwatch } from '../stopwatch.ts'

const boxes = 60
const times = 10
/** Searches of a round: one alone is too short for the clock. */
const searches = 20

const frame = { width: 1440, height: 900 }
const card = { width: 340, height: 420 }

/**
 * How the search for the banner's place grows with what a page has of order forms and books: its cost among 600
 * boxes divided by that among 60, both of the same size and kind, scattered over the window so that few join or lie
 * in another. Both alternate, search by search.
 */
export const pageRegionsGrowth: Benchmark = {
  id: 'page-regions-growth',
  unit: 'ratio',
  goal: 12,
  better: 'lower',
  measure({ rounds, warmUp }) {
    const random = seeded(5)
    const growths: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const stopwatch: Stopwatch = { ours: 0, floor: 0 }
      const many = scattered(random, times * boxes)
      const few = scattered(random, boxes)
      for (let turn = 0; turn < searches; turn++)
        timeBoth(
          stopwatch,
          turn,
          null,
          () => place(many),
          () => place(few),
        )
      if (round >= warmUp) growths.push(stopwatch.ours / stopwatch.floor)
    }
    return Promise.resolve(growths)
  },
}

function place(found: readonly Box[]): void {
  const regions = mergeRegions(found)
  tallestSpan(card.width, regions, frame)
  freePosition({ left: 12, top: 200, ...card }, regions, frame)
}

const scattered = (random: () => number, count: number): readonly Box[] =>
  Array.from({ length: count }, () => ({
    left: random() * frame.width,
    top: random() * frame.height,
    width: 20 + random() * 100,
    height: 20 + random() * 100,
  }))
