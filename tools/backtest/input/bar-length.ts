/** Maximum number of different distances counted: a recording has one bar length and a few gaps. */
const maxDistances = 10_000

/** Distances between the bars of a pair, from which their length is inferred. */
export interface BarSpacing {
  readonly last: Map<string, number>
  /** Distance (ms) → number of occurrences. */
  readonly times: Map<number, number>
}

/** No bars seen yet. */
export function createBarSpacing(): BarSpacing {
  return { last: new Map(), times: new Map() }
}

/** Adds the opening time of a pair's next bar, ms UTC. */
export function addBar({ last, times }: BarSpacing, pair: string, at: number): void {
  const distance = Math.abs(at - (last.get(pair) ?? at))
  last.set(pair, at)
  if (distance > 0 && (times.has(distance) || times.size < maxDistances))
    times.set(distance, (times.get(distance) ?? 0) + 1)
}

/**
 * The most frequent distance, ms; a minute where no pair has two bars. Not the shortest: one stray row would let
 * bars be replayed before they were over.
 */
export function barLengthMs({ times }: BarSpacing): number {
  let length = 60_000
  let mostFrequent = 0
  for (const [distance, count] of times) {
    if (count < mostFrequent || (count === mostFrequent && distance <= length)) continue
    length = distance
    mostFrequent = count
  }
  return length
}
