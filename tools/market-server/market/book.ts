import { random, seedOf } from './random.ts'
import type { Tape } from './tape.ts'

/** One price level of resting orders. */
export interface Level {
  readonly price: number
  readonly amount: number
}

/** The resting orders around the last trades, best price first. */
export interface Book {
  readonly bids: readonly Level[]
  readonly asks: readonly Level[]
}

/**
 * Generates a plausible book around the median of the last five fills (a stray print moves nothing). The same
 * pair at the same market time gives the same book; it changes every two seconds.
 */
export function bookOf(tape: Tape, at: number, depth: number): Book {
  const { tick, step, symbol } = tape.instrument
  const recent = tape.prints.slice(-5).map((print) => print.price)
  const middle = recent.sort((a, b) => a - b)[Math.floor(recent.length / 2)] ?? tape.last
  if (middle === 0) return { bids: [], asks: [] }
  const chance = random(seedOf(symbol, Math.floor(at / 2_000), tape.lastId))
  const center = Math.round(middle / tick)
  const gap = Math.max(1, Math.round(center * 0.0004))
  const typical = Math.max(step, (tape.day.base / Math.max(1, tape.day.count)) * 2)
  const side = (direction: 1 | -1): Level[] => {
    const levels: Level[] = []
    let level = center + direction * Math.ceil(gap / 2)
    for (let i = 0; i < depth && level > 0; i++) {
      const amount =
        Math.max(1, Math.round((typical * (0.2 + 3 * chance.next() ** 2)) / step)) / Math.round(1 / step)
      levels.push({ price: level / Math.round(1 / tick), amount })
      level += direction * Math.max(1, Math.round(gap * (0.4 + 1.2 * chance.next())))
    }
    return levels
  }
  return { bids: side(-1), asks: side(1) }
}
