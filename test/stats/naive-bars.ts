import type { BarEvent } from './bar-events.ts'

/** A window in steps of a length (ms). */
export interface NaiveWindow {
  readonly stepMs: number
  readonly steps: number
}

interface NaiveTrade {
  readonly at: number
  readonly price: number
  readonly turnover: number
  readonly count: number
}

/** Reference implementation of bars: a plain list of all trades, searched on every query. Times in ms. */
export class NaiveBars {
  private trades: NaiveTrade[] = []
  now = 0

  apply({ pass, at, price, turnover, count }: BarEvent): void {
    this.now = Math.max(this.now, at)
    // Late observations count as the latest one.
    if (!pass) this.trades.push({ at: Math.max(at, this.trades.at(-1)?.at ?? 0), price, turnover, count })
  }

  clear(): void {
    this.trades = []
  }

  begin({ stepMs, steps }: NaiveWindow): number {
    return (Math.round(this.now / stepMs) - steps) * stepMs
  }

  /** The last price at or before the start of a window, or the first one. */
  before(window: NaiveWindow): number {
    const begin = this.begin(window)
    return (this.trades.findLast(({ at }) => at <= begin) ?? this.trades[0])?.price ?? NaN
  }

  inside(window: NaiveWindow): readonly NaiveTrade[] {
    const begin = this.begin(window)
    return this.trades.filter(({ at }) => at > begin)
  }

  /** Price at a time. */
  priceAt(time: number): number {
    return (this.trades.findLast(({ at }) => at <= time) ?? this.trades[0])?.price ?? NaN
  }

  get last(): number {
    return this.trades.at(-1)?.price ?? NaN
  }

  get firstAt(): number {
    return this.trades[0]?.at ?? NaN
  }
}
