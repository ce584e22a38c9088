import type { Engine } from '../../../src/detect/engine-state.ts'
import type { Benchmark } from '../benchmark.ts'
import { advanceVenue, createRandomVenue, engineOf, messageOf, type RandomVenue } from './random-venue.ts'
import { screenMessage } from './screen-message.ts'
import { timeBoth, type Stopwatch } from '../stopwatch.ts'
import { floorOfMessage, type TickerFloor, tickerFloor } from './ticker-floor.ts'

/** The larger load has ten times the pairs, at three venues: one venue has 10,000 at most. */
const times = 10
const venues = 3
/** Frames of a round: ten seconds, so that each contains a market-wide check. */
const frames = 10

interface Watched {
  readonly venue: RandomVenue
  readonly engine: Engine
  readonly floor: TickerFloor
}

/**
 * How the cost of screening grows with the number of pairs: its ratio to the floor (as screen-ratio.ts has it) at
 * 30,000 pairs divided by that at 3,000, both measured in turn in every round. The floor grows too, by what larger
 * tables cost the processor's cache: dividing by it takes that out.
 */
export const screenGrowth: Benchmark = {
  id: 'screen-growth',
  unit: 'ratio',
  goal: 1.15,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const small = [watched(pairs)]
    const large = Array.from({ length: venues }, () => watched(Math.floor((times * pairs) / venues)))
    const growths: number[] = []
    // A round of the larger load has 300,000 rows: fewer rounds say as much.
    const [counted, cold] = [Math.ceil(rounds / 3), Math.ceil(warmUp / 3)]
    for (let round = 0; round < cold + counted; round++) {
      const growth = ratioOf(large) / ratioOf(small)
      if (round >= cold) growths.push(growth)
    }
    return Promise.resolve(growths)
  },
}

function watched(pairs: number): Watched {
  const venue = createRandomVenue(pairs)
  return { venue, engine: engineOf(venue), floor: tickerFloor(pairs) }
}

/** Cost of ten frames of each venue relative to the floor. */
function ratioOf(all: readonly Watched[]): number {
  const stopwatch: Stopwatch = { ours: 0, floor: 0 }
  for (let frame = 0; frame < frames; frame++)
    for (const { venue, engine, floor } of all) {
      advanceVenue(venue, 1000)
      const ours = (message: string) => screenMessage(engine, message, venue.at)
      timeBoth(stopwatch, frame, messageOf(venue), ours, (message) => floorOfMessage(floor, message))
    }
  return stopwatch.ours / stopwatch.floor
}
