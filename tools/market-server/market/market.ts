import { dayMs, minuteMs } from './bar.ts'
import type { Events } from './events.ts'
import { noEvents, forVenue, within } from './events.ts'
import type { Print } from './order.ts'
import { seedOf } from './random.ts'
import type { Sink, OrderSource } from './source.ts'
import type { Tape } from './tape.ts'
import { openTape, recordOrder, recordBar, advanceMinute } from './tape.ts'

/** The simulated spot market: every pair's tape at one moment of market time. */
export interface Market {
  /** In the order of the venue's list, by symbol as the venue writes it. */
  readonly tapes: ReadonlyMap<string, Tape>
  readonly events: Events
  /** Market time up to which everything has been simulated, ms UTC. */
  readonly now: number
  /** Simulates up to and including `to`; returns the fills in time order. */
  advance(to: number): Print[]
}

/** Trading status of a pair, independent of a venue's wording. */
export type Status = 'TRADING' | 'HALT' | 'BREAK' | 'CANCEL_ONLY'

/** Trading status of a pair (symbol as the market writes it) on a venue at the market's present moment. */
export function statusOf({ tapes, events, now }: Market, symbol: string, venue = 'binance'): Status {
  const closed = within(forVenue(events.maintenance, venue), now)
  if (closed || tapes.get(symbol)?.instrument.dead) return 'BREAK'
  const halts = forVenue(events.halts, venue)
  return halts.find((halt) => halt.symbol === symbol && within([halt], now))?.status ?? 'TRADING'
}

/**
 * Opens a market on a source and simulates its history up to `start` (ms UTC), so that rolling statistics,
 * candles and recent trades exist from the beginning.
 */
export function openMarket(source: OrderSource, start: number, events: Events = noEvents): Market {
  const tapes = new Map<string, Tape>()
  for (const instrument of source.instruments) {
    // Trade ids of a pair listed long ago are large; a new pair starts at 1.
    const firstId = instrument.listedAt > 0 ? 1 : 10_000 + (seedOf(instrument.symbol) % 900_000_000)
    tapes.set(instrument.symbol, openTape(instrument, firstId))
  }
  let now = source.from
  /** Of what was before nobody is told fill by fill. */
  let isOpen = false
  let prints: Print[] = []
  const maintenance = forVenue(events.maintenance, 'binance')
  const halts = forVenue(events.halts, 'binance')
  const closed = (symbol: string, at: number): boolean =>
    (maintenance.length > 0 && within(maintenance, at)) ||
    (halts.length > 0 && halts.some((halt) => halt.symbol === symbol && within([halt], at)))
  const sink: Sink = {
    order(order) {
      const tape = tapes.get(order.symbol)
      if (!tape || closed(order.symbol, order.at)) return
      const fills = recordOrder(tape, order)
      if (isOpen) for (const print of fills) prints.push(print)
    },
    bar(symbol, bar) {
      const tape = tapes.get(symbol)
      if (tape && !closed(symbol, bar.minute * minuteMs)) recordBar(tape, bar)
    },
  }
  const run = (to: number): void => {
    source.until(to, sink)
    for (const tape of tapes.values()) advanceMinute(tape, Math.floor(to / minuteMs))
    now = to
  }
  const advance = (to: number): Print[] => {
    prints = []
    // Minute by minute, so that trades leave the windows exactly when the minute ends.
    for (let turn = nextMinute(now); turn <= to; turn = nextMinute(turn)) {
      source.until(turn - 1, sink)
      for (const tape of tapes.values()) advanceMinute(tape, turn / minuteMs)
    }
    source.until(to, sink)
    now = Math.max(now, to)
    return prints
  }
  // Windows are not read during history: they advance once a day, then once at its end.
  for (let day = now + dayMs; day < start; day += dayMs) run(day)
  run(start)
  isOpen = true
  return {
    tapes,
    events,
    get now() {
      return now
    },
    advance,
  }
}

const nextMinute = (at: number): number => (Math.floor(at / minuteMs) + 1) * minuteMs
