import type { Benchmark } from '../benchmark.ts'
import { pumpAlerts, pumpAlertsLoop } from './pump-alerts-loop.ts'
import { advanceVenue, createRandomVenue, engineOf, messageOf } from './random-venue.ts'
import { screenMessage } from './screen-message.ts'
import { ratioPerRound, timeBoth } from '../stopwatch.ts'

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
  measure(size) {
    const venue = createRandomVenue(size.pairs)
    const engine = engineOf(venue)
    const peer = pumpAlerts()
    const ours = (message: string) => screenMessage(engine, message, venue.at)
    const ratios = ratioPerRound(size, (watch) => {
      for (let frame = 0; frame < frames; frame++) {
        advanceVenue(venue, 1000)
        timeBoth(watch, frame, messageOf(venue), ours, (message) => pumpAlertsLoop(peer, message))
      }
    })
    return Promise.resolve(ratios)
  },
}
