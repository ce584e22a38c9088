import { takeTicks } from '../../../src/detect/engine.ts'
import { takeTrades } from '../../../src/detect/take-trades.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'
import { followSeconds, advanceFollowedPair, tradeMessages } from './followed-pair.ts'
import { createRandomVenue, engineOf, advanceVenue, ticksOf } from './random-venue.ts'
import type { Benchmark } from '../benchmark.ts'
import { ratioPerRound, timeBoth, type Stopwatch } from '../stopwatch.ts'
import { floorOfTrade, tradeFloor } from './trade-floor.ts'

/** Seconds of trades timed together: reading the processor time has a cost too. */
const secondsPerTiming = 30

/**
 * Cost of confirming relative to the minimum work. Numerator: the whole path of a trade of a followed pair, from
 * text to episodes, one message a trade. Denominator: JSON.parse of the same text and a minimal tape
 * (trade-floor.ts). A round is one follow of five minutes of a pair that shoots up, scored all along.
 */
export const confirmRatio: Benchmark = {
  id: 'confirm-ratio',
  unit: 'ratio',
  goal: 1.6,
  better: 'lower',
  measure: (size) => Promise.resolve(ratioPerRound(size, follow)),
}

/** One follow, after a calm hour. */
function follow(stopwatch: Stopwatch): void {
  const venue = createRandomVenue(12)
  const engine = engineOf(venue)
  for (let minute = 0; minute < 70; minute++) {
    advanceVenue(venue, 60_000)
    takeTicks(engine, ticksOf(venue), venue.at)
  }
  const { symbol, price: from } = venue.pairs[0]!
  const floor = tradeFloor()
  const ours = (messages: readonly string[]) => {
    for (const message of messages) {
      const reading = read(binance, 'ws.trades', JSON.parse(message), venue.at)
      takeTrades(engine, symbol, rowsOf(reading, 'trade'), engine.data.at)
    }
  }
  const least = (messages: readonly string[]) => {
    for (const message of messages) floorOfTrade(floor, message)
  }
  for (let second = 0; second < followSeconds; second += secondsPerTiming) {
    timeBoth(
      stopwatch,
      second / secondsPerTiming,
      tradeMessages(venue, from, second, secondsPerTiming),
      ours,
      least,
    )
    for (let step = 0; step < secondsPerTiming; step++) {
      advanceFollowedPair(venue, from, second + step)
      takeTicks(engine, ticksOf(venue), venue.at)
    }
  }
}
