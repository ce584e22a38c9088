import { wilsonInterval } from './wilson-interval.ts'

/** A proportion of events with its 95 % interval; null where there were none. */
export interface Proportion {
  readonly hits: number
  readonly of: number
  readonly share: number | null
  readonly interval: readonly [number, number] | null
}

/** So many hits of so many events. */
export function proportion(hits: number, of: number): Proportion {
  return { hits, of, share: of > 0 ? hits / of : null, interval: wilsonInterval(hits, of) }
}
