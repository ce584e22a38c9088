import { serialize } from 'node:v8'
import { savedEngineOf } from '../../src/detect/saved-engine.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { drawVenue, engineOf, messageOf, moveVenue, ticksOf } from './drawn-venue.ts'
import type { Figure } from './figure.ts'
import { race, type Stopwatch } from './stopwatch.ts'

/**
 * What saving costs, once a minute: the structured clone of a whole venue, as bytes, against the JSON.parse of one of
 * the sixty frames of that minute.
 */
export const saveRatio: Figure = {
  id: 'save-ratio',
  unit: 'ratio',
  goal: 1,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const venue = drawVenue(pairs)
    const engine = engineOf(venue)
    const ratios: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const watch: Stopwatch = { ours: 0, floor: 0 }
      for (let turn = 0; turn < 4; turn++) {
        moveVenue(venue, 15_000)
        takeTicks(engine, ticksOf(venue), venue.at)
        race(
          watch,
          turn,
          messageOf(venue),
          () => void serialize(savedEngineOf(engine)),
          (text) => void JSON.parse(text),
        )
      }
      if (round >= warmUp) ratios.push(watch.ours / watch.floor)
    }
    return Promise.resolve(ratios)
  },
}
