import type { Tick } from '../../../market/tick.ts'
import type { MarketData } from '../market-data.ts'
import { observe } from '../observe.ts'
import type { PairState } from '../pair-state.ts'

/**
 * The newest tick of many pairs, one element a pair: what a frame with all of them would have brought, in 26 bytes a
 * pair. Prices and turnovers have seven digits, finer than any window keeps them.
 */
export interface SavedFrame {
  /** Rows in the tables. */
  readonly row: Uint16Array
  /** How much older than the frame, ms. */
  readonly age: Int32Array
  readonly last: Float32Array
  /** Figures of the rolling window, −1 where unknown; `length` is its length, ms. */
  readonly turnover: Float32Array
  readonly length: Int32Array
  /** Number of trades in the window, or the id of the last trade where the feed has ids. */
  readonly trades: Float64Array
  readonly hasIds: boolean
}

/** The newest ticks of these pairs. */
export function savedFrameOf(data: MarketData, pairs: readonly PairState[]): SavedFrame {
  const { turnover, since, count, lastTrade } = data.tables.rolling
  const hasIds = pairs.some(({ row }) => lastTrade[row]! >= 0)
  const trades = hasIds ? lastTrade : count
  return {
    row: Uint16Array.from(pairs, ({ row }) => row),
    age: Int32Array.from(pairs, ({ at }) => data.at - at),
    last: Float32Array.from(pairs, ({ last }) => last),
    turnover: Float32Array.from(pairs, ({ row }) => turnover[row]!),
    length: Int32Array.from(pairs, ({ row, at }) => (since[row]! < 0 ? -1 : at - since[row]!)),
    trades: Float64Array.from(pairs, ({ row }) => trades[row]!),
    hasIds,
  }
}

/**
 * Takes a saved frame into the numbers of its pairs, as a frame of a ticker that is polled so rarely would be. No
 * episode is made of it.
 *
 * @param clock what the venue's data knew of time when the frame was saved
 */
export function takeSavedFrame(
  data: MarketData,
  frame: SavedFrame,
  clock: Pick<MarketData, 'at' | 'lost' | 'openedAt'>,
): void {
  const byRow: PairState[] = []
  for (const pair of data.pairs.values()) byRow[pair.row] = pair
  const spacing = data.at === 0 ? 0 : clock.at - data.at
  // By index: a frame of every pair a minute, taken one after the other while everything waits for the worker.
  for (let i = 0; i < frame.row.length; i++) {
    const pair = byRow[frame.row[i]!]
    const tick = pair && tickAt(frame, i, pair.symbol, clock.at)
    if (!tick || tick.at < pair.at) continue
    observe(pair, tick, spacing, pair.at < clock.openedAt, tick.at - clock.lost)
  }
}

/** One tick of a saved frame; null where it has no price, as one that is damaged. */
function tickAt(frame: SavedFrame, i: number, symbol: string, at: number): Tick | null {
  const [last, turnover, trades] = [frame.last[i]!, frame.turnover[i]!, frame.trades[i]!]
  const [age, length] = [frame.age[i]!, frame.length[i]!]
  if (!(last > 0 && last < Infinity) || !(turnover < Infinity) || !(trades < Infinity)) return null
  const tick: Known<Tick> = { type: 'tick', symbol, base: null, quote: null, at: at - age, last }
  if (turnover >= 0) tick.quoteVolume = turnover
  if (trades >= 0) tick[frame.hasIds ? 'lastTrade' : 'count'] = trades
  if (length >= 0) tick.since = at - age - length
  return tick
}

/** While it is put together. */
type Known<T> = { -readonly [K in keyof T]: T[K] }
