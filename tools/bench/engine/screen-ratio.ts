import { createRandomVenue, engineOf, messageOf, advanceVenue } from './random-venue.ts'
import type { Benchmark } from '../benchmark.ts'
import { screenMessage } from './screen-message.ts'
import { ratioPerRound, timeBoth } from '../stopwatch.ts'
import { floorOfMessage, tickerFloor } from './ticker-floor.ts'

/** Frames of a round: ten seconds, so that each contains a market-wide check. */
const frames = 10

/**
 * Cost of screening relative to the minimum work. Numerator: the whole path of a Binance ticker message (849 KB
 * for 3,000 pairs, every pair traded), from text to episodes: JSON.parse, the reader with its gate, the engine
 * with its market-wide checks. Denominator: JSON.parse of the same text and a minimal update a row
 * (ticker-floor.ts). Both alternate, frame by frame.
 */
export const screenRatio: Benchmark = {
  id: 'screen-ratio',
  unit: 'ratio',
  goal: 1.25,
  better: 'lower',
  measure(size) {
    const venue = createRandomVenue(size.pairs)
    const engine = engineOf(venue)
    const floor = tickerFloor(size.pairs)
    const ours = (message: string) => screenMessage(engine, message, venue.at)
    const ratios = ratioPerRound(size, (watch) => {
      for (let frame = 0; frame < frames; frame++) {
        advanceVenue(venue, 1000)
        timeBoth(watch, frame, messageOf(venue), ours, (message) => floorOfMessage(floor, message))
      }
    })
    return Promise.resolve(ratios)
  },
}
