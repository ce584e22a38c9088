import type { Benchmark } from '../benchmark.ts'
import { pumpAlerts, pumpAlertsLoop } from './pump-alerts-loop.ts'
import { advanceVenue, createRandomVenue, engineOf, messageOf } from './random-venue.ts'
import { screenMessage } from './screen-message.ts'
import { timeBoth, type Stopwatch } from '../stopwatch.ts'

/** Frames of a round: ten seconds, so that each contains a market-wide check. */
const frames = 10

/**
 * Cost of screening relative to another program that watches every pair. Numerator: the whole path of a Binance
 * ticker message, from text to episodes, with all signs. Denominator: the loop of binance-pump-alerts on the same
 * text (pump-alerts-loop.ts). Both parse it; both alternate, frame by frame.
 */
export const peers: Benchmark = {
  id: 'peers',
  unit: 'ratio',
  goal: 1,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const venue = createRandomVenue(pairs)
    const engine = engineOf(venue)
    const peer = pumpAlerts()
    const ratios: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const stopwatch: Stopwatch = { ours: 0, floor: 0 }
      for (let frame = 0; frame < frames; frame++) {
        advanceVenue(venue, 1000)
        const ours = (message: string) => screenMessage(engine, message, venue.at)
        timeBoth(stopwatch, frame, messageOf(venue), ours, (message) => pumpAlertsLoop(peer, message))
      }
      if (round >= warmUp) ratios.push(stopwatch.ours / stopwatch.floor)
    }
    return Promise.resolve(ratios)
  },
}
