import {
  type FlowBias,
  type FlowPath,
  neutral,
  type PricePath,
  through,
} from '../market-server/generated/plot.ts'
import { noEvents } from '../market-server/market/events.ts'
import type { Story } from '../market-server/stories/story.ts'

const minuteMs = 60_000
const starts = Date.UTC(2020, 1, 11, 13, 24)
/** Only the busiest coins, which every venue lists, and a part of their orders: a day of them can be simulated. */
const minOrdersPerMinute = 20
const orderShare = 0.3

/** Something that the trader must be told of, at every venue that lists it. */
export interface PlannedEvent {
  readonly kind: 'pump' | 'crash'
  /** The coin that rises; null: everything falls. */
  readonly coin: string | null
  /** Market time, ms UTC: when it begins, and when all that comes of it is over. */
  readonly from: number
  readonly until: number
}

const pumpMs = 30 * minuteMs
const crashMs = 35 * minuteMs

/**
 * By hour 2, from which on the heap is compared, the first pump is over: with it the process has compiled what a pump
 * needs, megabytes of machine code that are no data of the background's.
 */
const firstPumpMs = 72 * minuteMs

/** Two pumps and a crash between them, spread over a run. @param lengthMs of the run */
export function plannedEvents(lengthMs: number): readonly PlannedEvent[] {
  // Short runs have no room for the quiet end of an event.
  const until = (from: number, ms: number) => from + Math.min(ms, 0.3 * lengthMs)
  const at = (share: number) => starts + Math.round((share * lengthMs) / 1000) * 1000
  const first = Math.min(at(0.1), starts + firstPumpMs)
  return [
    { kind: 'pump', coin: 'XLM', from: first, until: until(first, pumpMs) },
    { kind: 'crash', coin: null, from: at(0.42), until: until(at(0.42), crashMs) },
    { kind: 'pump', coin: 'TRX', from: at(0.75), until: until(at(0.75), pumpMs) },
  ]
}

/** A day as it may be: quiet, but for the planned events. */
export function soakStory(events: readonly PlannedEvent[], lengthMs: number): Story {
  const crash = events.find(({ kind }) => kind === 'crash')
  const pumpOf = (coin: string) => events.find((event) => event.coin === coin)
  return {
    name: 'soak',
    about: 'A day with two pumps and a crash on every venue',
    page: { base: 'XLM', quote: 'BTC' },
    starts,
    ends: starts + lengthMs,
    legs: [],
    events: noEvents,
    minOrdersPerMinute,
    orderShare,
    plot: () => ({
      coin(name) {
        const pump = pumpOf(name)
        return joined([...(pump ? [rise(pump.from)] : []), ...(crash ? [fall(crash.from, name)] : [])])
      },
      bias({ base }) {
        const pump = pumpOf(base)
        return crowded([...(pump ? [rush(pump.from)] : []), ...(crash ? [flight(crash.from)] : [])])
      },
      forced: [],
    }),
  }
}

/** ln of the price: doubled within eight minutes, then back within the half hour. */
const rise = (from: number): PricePath => ({
  from,
  shift: through([
    [from, 0],
    [from + 0.5 * minuteMs, 0.12],
    [from + 1.5 * minuteMs, 0.3],
    [from + 4 * minuteMs, 0.48],
    [from + 8 * minuteMs, 0.7],
    [from + 15 * minuteMs, 0.4],
    [from + 28 * minuteMs, 0],
  ]),
})

const rush = (from: number): FlowPath => ({
  from: from - 1000,
  at: (at) =>
    at > from + 28 * minuteMs
      ? neutral
      : at < from + 8 * minuteMs
        ? { pace: 25, size: 2.5, buys: 0.88, rush: 0.35 }
        : { pace: 6, size: 1.4, buys: 0.45, rush: 0 },
})

/** In BTC the dollar rises and coins fall: 12 % against the dollar within a quarter of an hour, then halfway back. */
function fall(from: number, coin: string): PricePath {
  const depth = coin === 'USDT' ? 0.083 : coin === 'ETH' ? -0.018 : -0.055
  return {
    from,
    shift: through([
      [from, 0],
      [from + 15 * minuteMs, depth],
      [from + 35 * minuteMs, depth * 0.8],
      [from + 180 * minuteMs, 0],
    ]),
  }
}

const flight = (from: number): FlowPath => ({
  from,
  at(at): FlowBias {
    if (at > from + 35 * minuteMs) return neutral
    const isFalling = at < from + 15 * minuteMs
    return {
      pace: isFalling ? 5 : 2,
      size: isFalling ? 1.6 : 1,
      buys: isFalling ? 0.2 : null,
      rush: isFalling ? 0.1 : 0,
    }
  },
})

/** Several shifts of a price, added up. */
function joined(paths: readonly PricePath[]): PricePath | null {
  if (paths.length === 0) return null
  return {
    from: Math.min(...paths.map(({ from = 0 }) => from)),
    shift: (at) => paths.reduce((sum, { from = 0, shift }) => sum + (at > from ? (shift?.(at) ?? 0) : 0), 0),
  }
}

/** The last of several that has begun. */
function crowded(paths: readonly FlowPath[]): FlowPath | null {
  const sorted = paths.toSorted((a, b) => a.from - b.from)
  const [first] = sorted
  return first
    ? { from: first.from, at: (at) => sorted.findLast(({ from }) => at >= from)?.at(at) ?? neutral }
    : null
}
