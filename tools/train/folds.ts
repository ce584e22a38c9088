/** Number of folds. */
export const foldCount = 5

/** The coins of each fold: every fifth of the sorted names, so that a coin's pumps stay in one fold. */
export function foldsOf(coins: Iterable<string>): string[][] {
  const sorted = [...new Set(coins)].sort()
  return Array.from({ length: foldCount }, (_, fold) => sorted.filter((_, at) => at % foldCount === fold))
}
