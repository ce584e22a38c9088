import { advanceMinutes, closeAgo } from '../stats/minutes.ts'
import { climb } from './climb.ts'
import { dump } from './dump.ts'
import type { Engine } from './engine-state.ts'
import { hourOf } from './hour.ts'
import type { PairState } from './pair-state.ts'
import { slowGate } from './rule-settings.ts'
import { dollars, followMs } from './settings.ts'
import type { Sighting } from './sighting.ts'
import { tell } from './tell.ts'

/** Looks for what is too slow for the screen: a fall, a climb. Returns whether the pair's episode changed. */
export function judgeHour(engine: Engine, pair: PairState, price: number, at: number): boolean {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base)) return false
  const { minutes } = pair
  // The cheap question first; most ways end here.
  const before = closeAgo(minutes, 60) ?? price
  const lately = closeAgo(minutes, 5) ?? price
  const isMoved =
    price > before * slowGate.climb || price < before * slowGate.fall || price < lately * slowGate.fall
  if (!isMoved) return false
  advanceMinutes(minutes, at)
  const hour = hourOf(pair, at, price, engine.usd[pair.quote] ?? 1)
  const seen = [climb(hour, engine.drift), dump(hour, engine.drift)].filter((sighting) => sighting !== null)
  return seen.map((sighting) => hear(engine, pair, sighting)).includes(true)
}

function hear(engine: Engine, pair: PairState, sighting: Sighting): boolean {
  pair.followUntil = Math.max(pair.followUntil, sighting.at + followMs)
  return tell(engine, pair, sighting)
}
