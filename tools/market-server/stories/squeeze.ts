import type { FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import { noEvents, type Events } from '../market/events.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs

/** A squeeze of one coin's perpetual contract. */
export interface Squeeze {
  readonly base: string
  /** When the contract begins to rise; market time, ms UTC. */
  readonly begins: number
  /** The perpetual markets on which it does, by venue id. */
  readonly venues: readonly string[]
  /** How many times its price the contract is worth at the peak, eight minutes later. */
  readonly times: number
}

/**
 * What happens on the perpetual markets: the contract rises away from its coin, shorts are liquidated on the way up, and
 * with them open interest goes. Funding turns against the shorts, who pay what they owe to nobody.
 */
export function squeezeEvents({ base, begins, venues, times }: Squeeze): Events {
  const height = Math.log(times)
  const premium = through([
    [begins, 0],
    [begins + 30 * secondMs, 0.12 * height],
    [begins + 90 * secondMs, 0.35 * height],
    [begins + 4 * minuteMs, 0.7 * height],
    [begins + 8 * minuteMs, height],
    [begins + 15 * minuteMs, 0.6 * height],
    [begins + 30 * minuteMs, 0.1 * height],
  ])
  const openInterest = through([
    [begins, 1],
    [begins + 3 * minuteMs, 1.15],
    [begins + 8 * minuteMs, 0.7],
    [begins + 15 * minuteMs, 0.55],
  ])
  const liquidated = through([
    [begins + minuteMs - 1, 0],
    [begins + minuteMs, 300_000],
    [begins + 8 * minuteMs, 3_000_000],
    [begins + 9 * minuteMs, 0],
  ])
  const funding = through([
    [begins, 0.0001],
    [begins + 5 * minuteMs, -0.004],
    [begins + 10 * minuteMs, -0.0075],
  ])
  const span = { from: begins, until: begins + 60 * minuteMs, base }
  return {
    ...noEvents,
    priceGaps: venues.map((venue) => ({ ...span, venue, factor: (at: number) => Math.exp(premium(at)) })),
    positions: venues.map((venue) => ({ ...span, venue, openInterest, liquidated, funding })),
  }
}

/** Orders in the coin while its contract is squeezed: bought in haste, and spot keeps its price. */
export function squeezePlot({ base, begins }: Squeeze): Plot {
  const pace = through([
    [begins - secondMs, 1],
    [begins, 25],
    [begins + 8 * minuteMs, 30],
    [begins + 15 * minuteMs, 8],
    [begins + 30 * minuteMs, 2],
  ])
  function bias(at: number): FlowBias {
    const isRising = at < begins + 8 * minuteMs
    return {
      pace: pace(at),
      size: isRising ? 2.5 : 1.4,
      buys: isRising ? 0.88 : 0.45,
      rush: isRising ? 0.35 : 0,
    }
  }
  return {
    coin: () => null,
    bias: (instrument) => (instrument.base === base ? { from: begins, at: bias } : null),
    forced: [],
  }
}
