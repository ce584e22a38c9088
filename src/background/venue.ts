import { createEngine, type Engine } from '../detect/engine-state.ts'
import {
  follows,
  listPairs,
  seedPairs,
  takeBackfill,
  takeTicks,
  takeTrades,
  unfollow,
} from '../detect/engine.ts'
import { isYoung, takeHistory } from '../detect/history.ts'
import type { Exchange } from '../exchanges/exchange.ts'
import { read, rowsOf } from '../exchanges/read.ts'
import type { Episode } from '../market/episode.ts'
import type { Tick } from '../market/tick.ts'
import type { VenueState } from '../market/venue-state.ts'
import { createBudget } from './budget.ts'
import { createCalls } from './calls.ts'
import { frameTime, punctual } from './frame-time.ts'
import { listCall, tickersCall } from './market-calls.ts'
import { isSilent, type Seen, silentMs, stateOf } from './seen.ts'
import { openSocket } from './socket.ts'
import { openTapes } from './tapes.ts'

/** One venue while it is watched. */
export interface Venue {
  readonly exchange: Exchange
  engine: Engine
  /** Once a second: what is due is asked, what is silent is renewed. `onScreen` are symbols. */
  beat(now: number, onScreen: readonly string[]): void
  state(now: number): VenueState
  /** Tries everything again at once. */
  retry(): void
  stop(): void
}

/** A frame so much older (ms) than the newest is another market clock: what was learnt does not apply. */
const backwardsMs = 600_000

/**
 * Watches one venue: seeds from REST, hears the stream, polls while the stream is silent, follows suspects.
 *
 * @param onChanged episodes that began or changed
 */
export function watchVenue(
  exchange: Exchange,
  restored: Engine | null,
  onChanged: (changed: readonly Episode[]) => void,
): Venue {
  const stopped = new AbortController()
  const calls = createCalls(createBudget(exchange.budget), stopped.signal)
  const seen: Seen = { startedAt: Date.now(), streamedAt: 0, polledAt: 0, dropped: 0 }
  let renewedAt = seen.startedAt
  let looked: readonly string[] = []

  const changed = (episodes: readonly Episode[]) => {
    if (episodes.length > 0) onChanged(episodes)
  }

  function take(ticks: readonly Tick[], source: string): void {
    if (ticks.length === 0) return
    const at = frameTime(ticks, Date.now())
    if (at < venue.engine.at - backwardsMs) {
      venue.engine = createEngine(exchange.id, venue.engine.sensitivity)
      calls.again(listing)
      calls.again(seed)
    }
    changed(takeTicks(venue.engine, punctual(ticks, at), at, source))
    follow(Date.now())
  }

  /** Suspects are followed on the frame that made them so: a pump does not wait for the next second. */
  function follow(now: number): void {
    tapes.want([...new Set([...looked, ...follows(venue.engine)])], now)
  }

  const drop = (rows: number) => void (seen.dropped += rows)
  const listing = listCall(exchange, (list) => listPairs(venue.engine, list), drop)
  const seed = tickersCall(exchange, Infinity, (ticks) => seedPairs(venue.engine, ticks), drop)
  const poll = tickersCall(
    exchange,
    exchange.tickers.everyMs,
    (ticks) => {
      // The stream may have come back while the answer was on its way.
      if (!isSilent(seen, Date.now())) return
      seen.polledAt = Date.now()
      take(ticks, 'poll')
    },
    drop,
  )

  const socket = exchange.stream
    ? openSocket(exchange.stream, {
        onOpen: () => undefined,
        onMessage(message) {
          if (exchange.kindOf(message) !== 'ws.ticker') return
          const reading = read(exchange, 'ws.ticker', message, Date.now())
          drop(reading.dropped)
          seen.streamedAt = Date.now()
          take(rowsOf(reading, 'tick'), 'stream')
        },
        onNoise: () => drop(1),
      })
    : null

  const tapes = openTapes(exchange, calls, {
    onBackfill: (symbol, trades) => changed(takeBackfill(venue.engine, symbol, trades, venue.engine.at)),
    onTrades: (symbol, trades) => changed(takeTrades(venue.engine, symbol, trades, venue.engine.at)),
    wantsHistory: (symbol) => isYoung(venue.engine, symbol),
    onHistory: (symbol, candles) => takeHistory(venue.engine, symbol, candles),
    onLeft: (symbol) => unfollow(venue.engine, symbol),
    onDropped: drop,
  })

  const venue: Venue = {
    exchange,
    engine: restored ?? createEngine(exchange.id),
    beat(now, onScreen) {
      looked = onScreen
      calls.beat(listing, now)
      calls.beat(seed, now)
      if (!socket || isSilent(seen, now)) {
        calls.beat(poll, now)
        if (socket?.open && now - renewedAt > silentMs) {
          renewedAt = now
          socket.renew()
        }
      }
      follow(now)
    },
    state(now) {
      const { at, pairs } = venue.engine
      const state = stateOf(seen, calls.refusal(now), exchange.tickers.everyMs, now)
      return { venue: exchange.id, marketAt: at || null, pairs: pairs.size, ...state }
    },
    retry() {
      calls.forgive()
      if (isSilent(seen, Date.now())) socket?.renew()
    },
    stop() {
      stopped.abort()
      socket?.close()
      tapes.close()
    },
  }
  return venue
}
