import type { Bar } from './bar.ts'
import type { Instrument } from './instrument.ts'
import type { TakerOrder } from './order.ts'

/** Where taker orders come from: generated traders, recorded files, or both. */
export interface OrderSource {
  readonly instruments: readonly Instrument[]
  /** Market time (ms UTC) at which the source begins. */
  readonly from: number
  /**
   * Emits everything after the last call, up to and including the market time `to`. Orders come in time order;
   * the same orders come out however the time is cut into steps.
   */
  until(to: number, sink: Sink): void
}

/** Receives what a source emits. */
export interface Sink {
  order(order: TakerOrder): void
  /** A whole minute, at its beginning, without its trades: cheap history. */
  bar(symbol: string, bar: Omit<Bar, 'firstId'>): void
}
