function chunks(symbols: readonly string[], size: number): readonly (readonly string[])[] {
  const length = Math.ceil(symbols.length / Math.min(size, symbols.length))
  return Array.from({ length }, (_, i) => symbols.slice(i * size || 0, (i + 1) * size))
}

/**
 * Distributes pairs to frames: as many in each as the venue accepts, and no more than each of them may stand
 * together with. Those that nothing is held against come first.
 */
export function subscriptionFrames(
  symbols: readonly string[],
  together: (symbol: string) => number,
  maxPairs: number,
): readonly (readonly string[])[] {
  const sizeOf = (symbol: string) => Math.min(together(symbol), maxPairs)
  const sizes = [...new Set(symbols.map(sizeOf))].toSorted((a, b) => b - a)
  return sizes.flatMap((size) =>
    chunks(
      symbols.filter((symbol) => sizeOf(symbol) === size),
      size,
    ),
  )
}
