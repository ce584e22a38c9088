import { maxPairs } from '../../../market/pair.ts'
import type { Tick } from '../../../market/tick.ts'

/** In a message of all pairs, fewer may stand still together for as long as a silence may last. */
const minPairs = 4

/**
 * Tells frames that repeat what is known: a cache or a broken publisher sends the same rows again and again, and
 * who counts messages takes the venue for alive. One for each way on which ticks come.
 *
 * @param least from so many pairs on: 1 where a message is of a single pair, and is sent because something changed
 * @returns whether every row is as it was before, its own time included. `receivedAt` (ms UTC) is what stands in
 *   where the wire has no time: that it moves on says nothing; NaN where the wire has one
 */
export function createFrozenTicks(least = minPairs): (ticks: readonly Tick[], receivedAt: number) => boolean {
  const known = new Map<string, Tick>()
  return (ticks, receivedAt) => {
    // A venue that sends ever new names has more than are ever asked for.
    if (known.size > maxPairs) known.clear()
    let isFrozen = known.size >= least
    for (const tick of ticks) {
      isFrozen &&= isSame(tick, known.get(tick.symbol), receivedAt)
      known.set(tick.symbol, tick)
    }
    return isFrozen
  }
}

const figures = [
  'last',
  'baseVolume',
  'quoteVolume',
  'bid',
  'ask',
  'count',
  'changedAt',
  'lastTrade',
] as const

const isSame = (tick: Tick, before: Tick | undefined, receivedAt: number): boolean =>
  before !== undefined &&
  (tick.at === before.at || tick.at === receivedAt) &&
  figures.every((name) => tick[name] === before[name])
