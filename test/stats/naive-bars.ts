import type { BarEvent } from './bar-events.ts'

/** A window as the naive reader has it: the length of the steps, ms, and how many of them. */
export interface NaiveWindow {
  readonly stepMs: number
  readonly steps: number
}

interface Deal {
  readonly at: number
  readonly price: number
  readonly turnover: number
  readonly count: number
}

/** Bars as a plain list that forgets nothing and is read through at every question. Prices as they are, times in ms. */
export class NaiveBars {
  private deals: Deal[] = []
  now = 0

  play({ pass, at, price, turnover, count }: BarEvent): void {
    this.now = Math.max(this.now, at)
    // What comes late counts into the newest.
    if (!pass) this.deals.push({ at: Math.max(at, this.deals.at(-1)?.at ?? 0), price, turnover, count })
  }

  clear(): void {
    this.deals = []
  }

  begin({ stepMs, steps }: NaiveWindow): number {
    return (Math.round(this.now / stepMs) - steps) * stepMs
  }

  /** The last price at or before the window's beginning, or the first of all. */
  before(window: NaiveWindow): number {
    const begin = this.begin(window)
    return (this.deals.findLast(({ at }) => at <= begin) ?? this.deals[0])?.price ?? NaN
  }

  inside(window: NaiveWindow): readonly Deal[] {
    const begin = this.begin(window)
    return this.deals.filter(({ at }) => at > begin)
  }

  /** The price at a time. */
  priceAt(time: number): number {
    return (this.deals.findLast(({ at }) => at <= time) ?? this.deals[0])?.price ?? NaN
  }

  get last(): number {
    return this.deals.at(-1)?.price ?? NaN
  }

  get firstAt(): number {
    return this.deals[0]?.at ?? NaN
  }
}
