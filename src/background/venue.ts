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
import type { Exchange } from '../exchanges/exchange.ts'
import { read, rowsOf } from '../exchanges/read.ts'
import type { Episode } from '../market/episode.ts'
import type { Tick } from '../market/tick.ts'
import type { VenueState } from '../market/venue-state.ts'
import { createBudget } from './budget.ts'
import { createCalls } from './calls.ts'
import { frameTime, punctual } from './frame-time.ts'
import { listCall, tickersCall } from './market-calls.ts'
import { openSocket } from './socket.ts'
import { openTapes } from './tapes.ts'

/** One venue while it is watched. */
export interface Venue {
  readonly exchange: Exchange
  engine: Engine
  /** Once a second: what is due is asked, what is silent is renewed. `looked` are symbols on screen. */
  beat(now: number, looked: readonly string[]): void
  state(now: number): VenueState
  /** Tries everything again at once. */
  retry(): void
  stop(): void
}

/** A stream silent for so long (ms) is dead, whatever the socket says. */
const silentMs = 12_000
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
  const startedAt = Date.now()
  let streamedAt = 0
  let polledAt = 0
  let receivedAt: number | null = null
  let renewedAt = startedAt
  let dropped = 0

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
    receivedAt = Date.now()
    changed(takeTicks(venue.engine, punctual(ticks, at), at, source))
  }

  const drop = (rows: number) => void (dropped += rows)
  const listing = listCall(exchange, (list) => listPairs(venue.engine, list), drop)
  const seed = tickersCall(exchange, Infinity, (ticks) => seedPairs(venue.engine, ticks), drop)
  const poll = tickersCall(
    exchange,
    exchange.tickers.everyMs,
    (ticks) => {
      // The stream may have come back while the answer was on its way.
      if (Date.now() - streamedAt < silentMs) return
      polledAt = Date.now()
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
          streamedAt = Date.now()
          take(rowsOf(reading, 'tick'), 'stream')
        },
        onNoise: () => dropped++,
      })
    : null

  const tapes = openTapes(exchange, calls, {
    onBackfill: (symbol, trades) => changed(takeBackfill(venue.engine, symbol, trades, venue.engine.at)),
    onTrades: (symbol, trades) => changed(takeTrades(venue.engine, symbol, trades, venue.engine.at)),
    onLeft: (symbol) => unfollow(venue.engine, symbol),
    onDropped: drop,
  })

  const venue: Venue = {
    exchange,
    engine: restored ?? createEngine(exchange.id),
    beat(now, looked) {
      calls.beat(listing, now)
      calls.beat(seed, now)
      const silent = now - Math.max(streamedAt, startedAt) > silentMs
      if (silent || !socket) {
        calls.beat(poll, now)
        if (socket?.open && now - renewedAt > silentMs) {
          renewedAt = now
          socket.renew()
        }
      }
      tapes.want([...new Set([...looked, ...follows(venue.engine)])], now)
    },
    state(now) {
      const { engine } = venue
      const live = now - streamedAt < silentMs
      const polling = now - polledAt < 2.5 * exchange.tickers.everyMs
      const refusal = calls.refusal(now)
      const early = receivedAt === null && now - startedAt < silentMs
      return {
        venue: exchange.id,
        kind: live ? 'live' : polling ? 'polling' : (refusal?.kind ?? (early ? 'connecting' : 'stale')),
        receivedAt,
        marketAt: engine.at || null,
        retryAt: live || polling ? null : (refusal?.retryAt ?? null),
        pairs: engine.pairs.size,
        dropped,
        reason: live ? null : (refusal?.reason ?? null),
      }
    },
    retry() {
      calls.forgive()
      if (Date.now() - streamedAt > silentMs) socket?.renew()
    },
    stop() {
      stopped.abort()
      socket?.close()
      tapes.close()
    },
  }
  return venue
}
