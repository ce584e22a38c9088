import { type Random, random, seedOf } from '../../market-server/market/random.ts'

/** A seeded source of choices: the same seed makes the same choices. */
export interface Chance extends Random {
  /** Whether something of this probability happens. */
  has(probability: number): boolean
  /** A whole number from 0 up to, without, `end`. */
  below(end: number): number
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T
}

/** The choices of one part of a run, by its name: no part disturbs another. */
export function chanceOf(...names: readonly (string | number)[]): Chance {
  const { next } = random(seedOf(...names))
  const below = (end: number) => Math.floor(next() * end)
  return { next, below, has: (probability) => next() < probability, of: (list) => list[below(list.length)]! }
}
