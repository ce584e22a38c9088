/** Large venues with prices in dollars, by which the others can be judged, in the order in which they are offered. */
const offered = ['kraken', 'coinbase', 'binance', 'okx'] as const

/** Of two venues that differ either may be off: one needs two others. */
const wanted = 3

/** Venues to offer besides the chosen ones, so that what happens at one alone can be told; none while none is chosen. */
export function referenceVenues(chosen: readonly string[]): readonly string[] {
  if (chosen.length === 0) return []
  return offered.filter((id) => !chosen.includes(id)).slice(0, Math.max(0, wanted - chosen.length))
}
