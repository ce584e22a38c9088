/** Distances beyond so many different ones are not counted: a recording has one length and a few gaps. */
const maxDistances = 10_000

/** How far apart the bars of a pair are, to learn their length. */
export interface BarSpacing {
  readonly last: Map<string, number>
  /** ms → how often. */
  readonly times: Map<number, number>
}

/** No bars seen yet. */
export function createBarSpacing(): BarSpacing {
  return { last: new Map(), times: new Map() }
}

/** Takes in the opening time of a pair's next bar, ms UTC. */
export function addBar({ last, times }: BarSpacing, pair: string, at: number): void {
  const apart = Math.abs(at - (last.get(pair) ?? at))
  last.set(pair, at)
  if (apart > 0 && (times.has(apart) || times.size < maxDistances))
    times.set(apart, (times.get(apart) ?? 0) + 1)
}

/**
 * The most frequent distance, ms; a minute where no pair has two bars. Not the shortest: one stray row would
 * let bars be played before they were over.
 */
export function barLengthMs({ times }: BarSpacing): number {
  let length = 60_000
  let most = 0
  for (const [apart, count] of times) {
    if (count < most || (count === most && apart <= length)) continue
    length = apart
    most = count
  }
  return length
}
