import { seeded } from '../examples/seeded.ts'

/** `count` of the elements, drawn by a seed, in their own order. */
export function sample<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seeded(seed)
  const drawn = all.map((_, index) => ({ index, key: random() })).sort((a, b) => a.key - b.key)
  const indices = drawn.slice(0, count).map(({ index }) => index)
  return indices.sort((a, b) => a - b).map((index) => all[index]!)
}
