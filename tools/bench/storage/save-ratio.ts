import { serialize } from 'node:v8'
import { nextRecord } from '../../../src/background/storage/engine-journal.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { createRandomVenue, engineOf, messageOf, advanceVenue, ticksOf } from '../engine/random-venue.ts'
import type { Benchmark } from '../benchmark.ts'
import { ratioPerRound, timeBoth } from '../stopwatch.ts'

/**
 * Cost of saving, once a minute: the structured clone of what changed of a venue, once in half an hour of all of it, as
 * bytes, relative to the JSON.parse of one of the sixty frames of that minute.
 */
export const saveRatio: Benchmark = {
  id: 'save-ratio',
  unit: 'ratio',
  goal: 1,
  better: 'lower',
  measure(size) {
    const venue = createRandomVenue(size.pairs)
    const engine = engineOf(venue)
    let { journal } = nextRecord(engine)
    const save = () => {
      const next = nextRecord(engine, journal)
      journal = next.journal
      serialize(next.value)
    }
    const ratios = ratioPerRound(size, (watch) => {
      for (let turn = 0; turn < 4; turn++) {
        advanceVenue(venue, 60_000)
        takeTicks(engine, ticksOf(venue), venue.at)
        timeBoth(watch, turn, messageOf(venue), save, (text) => void JSON.parse(text))
      }
    })
    return Promise.resolve(ratios)
  },
}
