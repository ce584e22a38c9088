import { serialize } from 'node:v8'
import { savedEngineOf } from '../../src/detect/saved-engine.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { createRandomVenue, engineOf, messageOf, advanceVenue, ticksOf } from './random-venue.ts'
import type { Benchmark } from './benchmark.ts'
import { timeBoth, type Stopwatch } from './stopwatch.ts'

/**
 * Cost of saving, once a minute: the structured clone of a whole venue, as bytes, relative to the JSON.parse of
 * one of the sixty frames of that minute.
 */
export const saveRatio: Benchmark = {
  id: 'save-ratio',
  unit: 'ratio',
  goal: 1,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const venue = createRandomVenue(pairs)
    const engine = engineOf(venue)
    const ratios: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const stopwatch: Stopwatch = { ours: 0, floor: 0 }
      for (let turn = 0; turn < 4; turn++) {
        advanceVenue(venue, 15_000)
        takeTicks(engine, ticksOf(venue), venue.at)
        timeBoth(
          stopwatch,
          turn,
          messageOf(venue),
          () => void serialize(savedEngineOf(engine)),
          (text) => void JSON.parse(text),
        )
      }
      if (round >= warmUp) ratios.push(stopwatch.ours / stopwatch.floor)
    }
    return Promise.resolve(ratios)
  },
}
