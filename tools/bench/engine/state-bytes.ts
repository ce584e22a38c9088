import { serialize } from 'node:v8'
import { savedEngineOf } from '../../../src/detect/saved-engine.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { bytesInUse } from '../../heap/bytes-in-use.ts'
import { type RandomVenue, createRandomVenue, engineOf, advanceVenue, ticksOf } from './random-venue.ts'
import type { Benchmark } from '../benchmark.ts'

/** Frames of one hour, which fills every bar of the state; more would not add to it. */
const everyMs = 5000
const frames = 730

/** Memory settles after the first round; later ones agree. */
const maxRounds = 3

/**
 * Memory of a screened pair after an hour of ticks: growth of heap and array buffers since before the engine was
 * created, after garbage collection, divided by the number of pairs. Includes strings, the map and unused table
 * capacity.
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
      found.push((bytesInUse() - before) / engine.data.pairs.size)
    }
    return Promise.resolve(found)
  },
}

/** Stored size of a screened pair after that hour: its share of the bytes of the structured clone. */
export const savedStateBytes: Benchmark = {
  id: 'saved-state-bytes',
  unit: 'bytes',
  goal: 1024,
  better: 'lower',
  measure({ pairs }) {
    const engine = feedForAnHour(createRandomVenue(pairs))
    return Promise.resolve([serialize(savedEngineOf(engine)).length / engine.data.pairs.size])
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
