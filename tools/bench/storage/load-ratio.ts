import { deserialize, serialize } from 'node:v8'
import { nextRecord } from '../../../src/background/storage/engine-journal.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { type SavedChanges, withChanges } from '../../../src/detect/saved-changes.ts'
import { engineOfSaved } from '../../../src/detect/saved-engine.ts'
import {
  advanceVenue,
  createRandomVenue,
  engineOf,
  type RandomVenue,
  ticksOf,
} from '../engine/random-venue.ts'
import type { Benchmark } from '../benchmark.ts'
import { ratioPerRound, timeBoth } from '../stopwatch.ts'

/** Entries after a snapshot: half of what is stored before the next one. */
const entries = 15

/**
 * Cost of restoring a venue as the worker wakes, a snapshot and a quarter of an hour of changes, relative to the
 * structured clone of the same number of bytes in one piece. Its proof (`storage/proof`) is not in it.
 */
export const loadRatio: Benchmark = {
  id: 'load-ratio',
  unit: 'ratio',
  goal: 1.5,
  better: 'lower',
  measure(size) {
    const venue = createRandomVenue(size.pairs)
    const saved = savedOf(venue)
    const [snapshot, ...changes] = saved
    const flat = new Uint8Array(saved.reduce((sum, { length }) => sum + length, 0))
    const load = () => {
      const read = changes.map((change) => deserialize(change) as SavedChanges)
      read.reduce(withChanges, engineOfSaved(deserialize(snapshot!))!)
    }
    const ratios = ratioPerRound(size, (watch) => {
      for (let turn = 0; turn < 4; turn++)
        timeBoth(watch, turn, flat, load, (bytes) => void structuredClone(bytes))
    })
    return Promise.resolve(ratios)
  },
}

/** A snapshot after an hour of ticks, and the changes of the minutes after it, as they are stored. */
function savedOf(venue: RandomVenue): Buffer[] {
  const engine = engineOf(venue)
  const saved: Buffer[] = []
  let journal: ReturnType<typeof nextRecord>['journal'] | undefined
  for (let minute = 0; minute < 60 + entries; minute++) {
    for (let frame = 0; frame < 6; frame++) {
      advanceVenue(venue, 10_000)
      takeTicks(engine, ticksOf(venue), venue.at)
    }
    if (minute < 59) continue
    const next = nextRecord(engine, journal)
    journal = next.journal
    saved.push(serialize(next.value))
  }
  return saved
}
