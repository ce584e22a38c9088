import type { TakerOrder } from '../market/order.ts'

/** How a story changes a coin's value: an absolute price path, or a shift of its ordinary random walk. */
export interface PricePath {
  /** BTC per coin at a market time; replaces the ordinary walk. */
  readonly price?: (at: number) => number
  /** Natural logarithm of the factor applied to the ordinary value. */
  readonly shift?: (at: number) => number
  /** Market time before which `shift` is 0 and need not be called. */
  readonly from?: number
}

/** How a story changes the orders of a pair at one moment. Neutral: 1, 1, null, 0. */
export interface FlowBias {
  /** Multiple of the usual number of orders. */
  readonly pace: number
  /** Multiple of the usual order size. */
  readonly size: number
  /** Share of taker buys; null lets the price's own momentum decide. */
  readonly buys: number | null
  /** Additional probability that an order sweeps several levels. */
  readonly rush: number
}

/** How a pair's orders are changed from a market time on; before it they are ordinary. */
export interface FlowPath {
  readonly from: number
  readonly at: (at: number) => FlowBias
}

/** What a story adds to an ordinary day. */
export interface Plot {
  coin(name: string): PricePath | null
  /** Null where the story never changes the pair. */
  bias(pair: { readonly symbol: string; readonly base: string; readonly quote: string }): FlowPath | null
  /** What becomes of a dollar coin against the dollar; null or absent: it keeps its peg. */
  peg?(name: string): PricePath | null
  /** Orders placed in addition to the generated ones. Sorted by time. */
  readonly forced: readonly TakerOrder[]
}

export const noPlot: Plot = { coin: () => null, bias: () => null, forced: [] }

export const neutral: FlowBias = { pace: 1, size: 1, buys: null, rush: 0 }

/** Linear interpolation through points [market time, value], constant outside. */
export function through(points: readonly (readonly [number, number])[]): (at: number) => number {
  return (at) => {
    let before = points[0]
    if (!before || at <= before[0]) return before?.[1] ?? 0
    for (const point of points) {
      if (at < point[0])
        return before[1] + ((point[1] - before[1]) * (at - before[0])) / (point[0] - before[0])
      before = point
    }
    return before[1]
  }
}
