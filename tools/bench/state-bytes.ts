import { serialize, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { savedEngineOf } from '../../src/detect/saved-engine.ts'
import type { Engine } from '../../src/detect/engine-state.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { type DrawnVenue, drawVenue, engineOf, moveVenue, ticksOf } from './drawn-venue.ts'
import type { Figure } from './figure.ts'

/** Frames of the hour that fills every step of the ladder; more of them would fill nothing more. */
const everyMs = 5000
const frames = 730

/** Memory settles after the first; the others agree. */
const most = 3

/**
 * What a screened pair occupies in memory after an hour of ticks: growth of heap and array buffers from before the
 * engine was made, all garbage collected, by the number of pairs. Strings, map and the empty rest of the tables included.
 */
export const screenStateBytes: Figure = {
  id: 'screen-state-bytes',
  unit: 'bytes',
  goal: 1024,
  better: 'lower',
  measure({ pairs, rounds }) {
    const found: number[] = []
    for (let round = 0; round < Math.min(rounds, most); round++) {
      const venue = drawVenue(pairs)
      const before = held()
      const engine = listenForAnHour(venue)
      found.push((held() - before) / engine.data.pairs.size)
    }
    return Promise.resolve(found)
  },
}

/** What a screened pair occupies in the store after that hour: its share of the bytes of the structured clone. */
export const savedStateBytes: Figure = {
  id: 'saved-state-bytes',
  unit: 'bytes',
  goal: 1024,
  better: 'lower',
  measure({ pairs }) {
    const engine = listenForAnHour(drawVenue(pairs))
    return Promise.resolve([serialize(savedEngineOf(engine)).length / engine.data.pairs.size])
  },
}

function listenForAnHour(venue: DrawnVenue): Engine {
  const engine = engineOf(venue)
  for (let frame = 0; frame < frames; frame++) {
    moveVenue(venue, everyMs)
    takeTicks(engine, ticksOf(venue), venue.at)
  }
  return engine
}

/** Bytes held when everything that can be has been collected. */
function held(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let i = 0; i < 4; i++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
