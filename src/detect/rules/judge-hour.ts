import { minuteClose } from '../../stats/minutes.ts'
import { climb } from './climb.ts'
import { dump } from './dump.ts'
import type { Engine } from '../engine-state.ts'
import { hourOf } from './hour.ts'
import { type PairState, suspicionOf } from '../pair/pair-state.ts'
import { slowGate } from '../rule-settings.ts'
import { dollars, followMs } from '../settings.ts'
import type { Detection } from './detection.ts'

const climbing = Math.log(slowGate.climb)
const falling = Math.log(slowGate.fall)

const nothing: readonly Detection[] = []

/** Looks for what is too slow for the screen: a fall, a climb. */
export function judgeHour(engine: Engine, pair: PairState, price: number, at: number): readonly Detection[] {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base)) return nothing
  if (!hasDrifted(pair, Math.log(price), at)) return nothing
  const hour = hourOf(pair, at, price, engine.usd[pair.quote] ?? 1)
  const seen = [climb(hour, engine.drift), dump(hour, engine.drift)].filter((sighting) => sighting !== null)
  for (const sighting of seen) {
    const suspicion = suspicionOf(pair)
    suspicion.followUntil = Math.max(suspicion.followUntil, sighting.at + followMs)
  }
  return seen
}

/** The cheap question first, whether the hour is worth a look; `price` is the ln of it. Most ways end here. */
export function hasDrifted({ tables: { bars }, row }: PairState, price: number, at: number): boolean {
  const hour = price - minuteClose(bars, row, at, 60)
  return hour > climbing || hour < falling || price - minuteClose(bars, row, at, 5) < falling
}
