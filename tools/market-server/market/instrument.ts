/** One traded pair of the simulated market, with the grid of its prices and amounts. */
export interface Instrument {
  /** As the venue writes it, e.g. `SYSBTC`. */
  readonly symbol: string
  readonly base: string
  readonly quote: string
  /** Smallest price step, quote per base. */
  readonly tick: number
  /** Smallest amount step, units of the base. */
  readonly step: number
  /** Market time (ms UTC) of the first trade ever; 0 for long before. */
  readonly listedAt: number
  /** Whether it is delisted: it stays on the list without trades, as on real venues. */
  readonly dead: boolean
}

/**
 * The grid price nearest to `price`, at least one tick. Without binary rounding noise: 3 ticks of 1e-8 are 3e-8.
 */
export function onGrid(price: number, tick: number): number {
  return Math.max(1, Math.round(price / tick)) / Math.round(1 / tick)
}

/** The largest grid amount not above `amount`, at least one step. */
export function onSteps(amount: number, step: number): number {
  return step >= 1
    ? Math.max(step, Math.floor(amount / step) * step)
    : Math.max(1, Math.floor(amount / step)) / Math.round(1 / step)
}
