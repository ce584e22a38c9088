import { serialize, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { savedOf } from '../../src/background/storage/engine-store.ts'
import type { Engine } from '../../src/detect/engine-state.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { type RandomVenue, createRandomVenue, engineOf, advanceVenue, ticksOf } from './random-venue.ts'
import type { Benchmark } from './benchmark.ts'

/** Frames of the hour that fills every step of the ladder; more of them would fill nothing more. */
const everyMs = 5000
const frames = 730

/** Memory settles after the first; the others agree. */
const maxRounds = 3

/**
 * What a screened pair occupies in memory after an hour of ticks: growth of heap and array buffers from before the
 * engine was made, all garbage collected, by the number of pairs. Strings, map and the empty rest of the tables included.
 */
export const screenStateBytes: Benchmark = {
  id: 'screen-state-bytes',
  unit: 'bytes',
  goal: 1024,
  better: 'lower',
  measure({ pairs, rounds }) {
    const found: number[] = []
    for (let round = 0; round < Math.min(rounds, maxRounds); round++) {
      const venue = createRandomVenue(pairs)
      const before = bytesInUse()
      const engine = feedForAnHour(venue)
      found.push((bytesInUse() - before) / engine.pairs.size)
    }
    return Promise.resolve(found)
  },
}

/** What a screened pair occupies in the store after that hour: its share of the bytes of the structured clone. */
export const savedStateBytes: Benchmark = {
  id: 'saved-state-bytes',
  unit: 'bytes',
  goal: 1024,
  better: 'lower',
  measure({ pairs }) {
    const engine = feedForAnHour(createRandomVenue(pairs))
    return Promise.resolve([serialize(savedOf(engine)).length / engine.pairs.size])
  },
}

function feedForAnHour(venue: RandomVenue): Engine {
  const engine = engineOf(venue)
  for (let frame = 0; frame < frames; frame++) {
    advanceVenue(venue, everyMs)
    takeTicks(engine, ticksOf(venue), venue.at)
  }
  return engine
}

/** Bytes held when everything that can be has been collected. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let i = 0; i < 4; i++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
