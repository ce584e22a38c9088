import type { BarEvent } from './bar-events.ts'

interface Bar {
  readonly second: number
  close: number
  high: number
  turnover: number
  count: number
}

/** Bars as a plain list that forgets nothing and is summed afresh at every question. Windows in seconds. */
export class NaiveBars {
  private readonly list: Bar[] = []
  private now = -Infinity

  play({ pass, at, close, turnover, count }: BarEvent): void {
    const second = Math.floor(at / 1000)
    this.now = Math.max(this.now, second)
    if (pass) return
    const newest = this.list.at(-1)
    if (!newest || second > newest.second) {
      this.list.push({ second, close, high: close, turnover, count })
      return
    }
    newest.close = close
    newest.high = Math.max(newest.high, close)
    newest.turnover += turnover
    newest.count += count
  }

  turnover(window: number): number {
    return this.inside(window).reduce((sum, bar) => sum + bar.turnover, 0)
  }

  count(window: number): number {
    return this.inside(window).reduce((sum, bar) => sum + bar.count, 0)
  }

  closeBefore(window: number): number | null {
    return this.reference(window)?.close ?? null
  }

  lowest(window: number): { close: number; second: number } | null {
    const span = this.span(window)
    const close = Math.min(...span.map((bar) => bar.close))
    const bar = span.findLast((known) => known.close === close)
    return bar ? { close, second: bar.second } : null
  }

  highest(window: number): number | null {
    const span = this.span(window)
    return span.length > 0 ? Math.max(...span.map((bar) => bar.high)) : null
  }

  private inside(window: number): readonly Bar[] {
    return this.list.filter((bar) => bar.second > this.now - window)
  }

  /** The last bar at or before the window's beginning, or the oldest of all. */
  private reference(window: number): Bar | undefined {
    return this.list.findLast((bar) => bar.second <= this.now - window) ?? this.list[0]
  }

  private span(window: number): readonly Bar[] {
    const reference = this.reference(window)
    return reference ? [reference, ...this.inside(window).filter((bar) => bar !== reference)] : []
  }
}
