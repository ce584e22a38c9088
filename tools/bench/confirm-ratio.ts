import { takeTicks } from '../../src/detect/engine.ts'
import { takeTrades } from '../../src/detect/take-trades.ts'
import { binance } from '../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../src/exchanges/gate/read.ts'
import { followSeconds, advanceFollowedPair, tradeMessages } from './followed-pair.ts'
import { createRandomVenue, engineOf, advanceVenue, ticksOf } from './random-venue.ts'
import type { Benchmark } from './benchmark.ts'
import { timeBoth, type Stopwatch } from './stopwatch.ts'
import { floorOfTrade, tradeFloor } from './trade-floor.ts'

/** Seconds whose trades are timed together: asking for the processor's time is not free either. */
const secondsPerTiming = 30

/**
 * What confirming costs beyond the least that must be done. Above: the whole way of a trade of a followed pair,
 * from text to episodes, one message a trade. Below: JSON.parse of the same text and a minimal tape
 * (trade-floor.ts). A round is one follow, a pair that shoots up and is heard for five minutes: the score is asked all along.
 */
export const confirmRatio: Benchmark = {
  id: 'confirm-ratio',
  unit: 'ratio',
  goal: 1.8,
  better: 'lower',
  measure({ rounds, warmUp }) {
    const ratios: number[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      const watch: Stopwatch = { ours: 0, floor: 0 }
      follow(watch)
      if (round >= warmUp) ratios.push(watch.ours / watch.floor)
    }
    return Promise.resolve(ratios)
  },
}

/** One follow, after an hour of quiet. */
function follow(watch: Stopwatch): void {
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
      takeTrades(engine, symbol, rowsOf(reading, 'trade'), engine.at)
    }
  }
  const least = (messages: readonly string[]) => {
    for (const message of messages) floorOfTrade(floor, message)
  }
  for (let second = 0; second < followSeconds; second += secondsPerTiming) {
    timeBoth(
      watch,
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
