import { serialize } from 'node:v8'
import { nextRecord } from '../../../src/background/storage/engine-journal.ts'
import { saveMs } from '../../../src/background/storage/engine-saver.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { advanceVenue, createRandomVenue, engineOf, ticksOf } from '../engine/random-venue.ts'
import type { Benchmark } from '../benchmark.ts'

/** Pairs of Binance, each of which trades in every minute. */
const maxPairs = 1400
const hourMs = 3_600_000
const everyMs = 5000

/** What is written of an engine in a calm hour, as the bytes of the structured clone, after an hour of ticks. */
export const writtenPerHour: Benchmark = {
  id: 'written-per-hour',
  unit: 'bytes',
  goal: 6_000_000,
  better: 'lower',
  measure({ pairs }) {
    const venue = createRandomVenue(Math.min(pairs, maxPairs))
    const engine = engineOf(venue)
    const start = venue.at
    let [written, savedAt] = [0, 0]
    let journal: ReturnType<typeof nextRecord>['journal'] | undefined
    while (venue.at < start + 2 * hourMs) {
      advanceVenue(venue, everyMs)
      takeTicks(engine, ticksOf(venue), venue.at)
      if (venue.at - savedAt < saveMs) continue
      savedAt = venue.at
      const next = nextRecord(engine, journal)
      journal = next.journal
      if (venue.at > start + hourMs) written += serialize(next.value).length
    }
    return Promise.resolve([written])
  },
}
