import type { BarEvent } from './bar-events.ts'

/** A window of the naive implementation: step length (ms) and number of steps. */
export interface NaiveWindow {
  readonly stepMs: number
  readonly steps: number
}

interface Observation {
  readonly at: number
  readonly price: number
  readonly turnover: number
  readonly count: number
}

/** Bars as a plain list of all observations, scanned for every query. Prices are no logs, times in ms. */
export class NaiveBars {
  private observations: Observation[] = []
  now = 0

  apply({ isSilent, at, price, turnover, count }: BarEvent): void {
    this.now = Math.max(this.now, at)
    // A late observation counts as simultaneous with the newest.
    if (!isSilent)
      this.observations.push({ at: Math.max(at, this.observations.at(-1)?.at ?? 0), price, turnover, count })
  }

  clear(): void {
    this.observations = []
  }

  startOf({ stepMs, steps }: NaiveWindow): number {
    return (Math.round(this.now / stepMs) - steps) * stepMs
  }

  /** The last price at or before the start of the window, or the first of all. */
  closeBefore(window: NaiveWindow): number {
    const begin = this.startOf(window)
    return (this.observations.findLast(({ at }) => at <= begin) ?? this.observations[0])?.price ?? NaN
  }

  within(window: NaiveWindow): readonly Observation[] {
    const begin = this.startOf(window)
    return this.observations.filter(({ at }) => at > begin)
  }

  /** The price at a time. */
  priceAt(time: number): number {
    return (this.observations.findLast(({ at }) => at <= time) ?? this.observations[0])?.price ?? NaN
  }

  get last(): number {
    return this.observations.at(-1)?.price ?? NaN
  }

  get firstAt(): number {
    return this.observations[0]?.at ?? NaN
  }
}
