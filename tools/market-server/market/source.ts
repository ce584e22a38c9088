import type { Bar } from './bar.ts'
import type { Instrument } from './instrument.ts'
import type { TakerOrder } from './order.ts'

/** Where trades come from: a seeded crowd, recorded files, or both. */
export interface OrderSource {
  readonly instruments: readonly Instrument[]
  /** Market time (ms UTC) at which the source begins. */
  readonly from: number
  /**
   * Everything after the last call, up to and including the market time `to`. Orders come in
   * time order; the same trades come out however the time is cut into steps.
   */
  until(to: number, sink: Sink): void
}

/** What a source speaks into. */
export interface Sink {
  order(order: TakerOrder): void
  /** A whole minute, at its beginning, without its trades: cheap history. */
  bar(symbol: string, bar: Omit<Bar, 'firstId'>): void
}
