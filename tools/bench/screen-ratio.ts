import { takeTicks } from '../../src/detect/engine.ts'
import { binance } from '../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../src/exchanges/gate/read.ts'
import { createRandomVenue, engineOf, messageOf, advanceVenue } from './random-venue.ts'
import type { Benchmark } from './benchmark.ts'
import { timeBoth, type Stopwatch } from './stopwatch.ts'
import { floorOfMessage, tickerFloor } from './ticker-floor.ts'

/** Frames of a round: ten seconds, so that a look at the whole market falls into each. */
const frames = 10

/**
 * What screening costs beyond the least that must be done. Above: the whole way of a ticker message of Binance
 * (849 KB for 3,000 pairs, every pair traded), from text to episodes: JSON.parse, the reader with its gate,
 * the engine with its looks at the market. Below: JSON.parse of the same text and a minimal update a row
 * (ticker-floor.ts). Both in turns, frame by frame.
 */
export const screenRatio: Benchmark = {
  id: 'screen-ratio',
  unit: 'ratio',
  goal: 1.35,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const venue = createRandomVenue(pairs)
    const engine = engineOf(venue)
    const floor = tickerFloor(pairs)
    const ours = (message: string) => {
      const reading = read(binance, 'ws.ticker', JSON.parse(message), venue.at)
      takeTicks(engine, rowsOf(reading, 'tick'), venue.at)
    }
    const ratios: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const watch: Stopwatch = { ours: 0, floor: 0 }
      for (let frame = 0; frame < frames; frame++) {
        advanceVenue(venue, 1000)
        timeBoth(watch, frame, messageOf(venue), ours, (message) => floorOfMessage(floor, message))
      }
      if (round >= warmUp) ratios.push(watch.ours / watch.floor)
    }
    return Promise.resolve(ratios)
  },
}
