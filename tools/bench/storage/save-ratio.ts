import { serialize } from 'node:v8'
import { nextRecord } from '../../../src/background/storage/engine-journal.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { createRandomVenue, engineOf, messageOf, advanceVenue, ticksOf } from '../engine/random-venue.ts'
import type { Benchmark } from '../benchmark.ts'
import { timeBoth, type Stopwatch } from '../stopwatch.ts'

/**
 * Cost of saving, once a minute: the structured clone of what changed of a venue, once in half an hour of all of it, as
 * bytes, relative to the JSON.parse of one of the sixty frames of that minute.
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
    let { journal } = nextRecord(engine)
    for (let round = 0; round < warmUp + rounds; round++) {
      const stopwatch: Stopwatch = { ours: 0, floor: 0 }
      for (let turn = 0; turn < 4; turn++) {
        advanceVenue(venue, 60_000)
        takeTicks(engine, ticksOf(venue), venue.at)
        timeBoth(
          stopwatch,
          turn,
          messageOf(venue),
          () => {
            const next = nextRecord(engine, journal)
            journal = next.journal
            serialize(next.value)
          },
          (text) => void JSON.parse(text),
        )
      }
      if (round >= warmUp) ratios.push(stopwatch.ours / stopwatch.floor)
    }
    return Promise.resolve(ratios)
  },
}
