import type { Engine } from '../../detect/engine-state.ts'
import { followedSymbols, unfollow } from '../../detect/pair/followed-pairs.ts'
import { needsHistory, seedHistory } from '../../detect/pair/seed-history.ts'
import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import type { Episode } from '../../market/episode.ts'
import type { Tick } from '../../market/tick.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { createAddress } from '../sockets/stream-url.ts'
import { createBudget } from '../requests/rate-limit.ts'
import { type Calls, createCalls, type Refusal } from '../requests/request-queue.ts'
import { createIntake } from './intake.ts'
import { listCall, tickersCall } from './market-polls.ts'
import type { Place } from '../requests/time-slot.ts'
import { isSilent, type Seen, silentMs, stateOf } from './feed-health.ts'
import { openTapes } from './trade-streams.ts'
import { openTickerStream } from './ticker-stream.ts'

/** One venue while it is watched. */
export interface Venue {
  readonly exchange: Exchange
  readonly engine: Engine
  /** The venue's requests, for whoever else asks it something: one budget for all. */
  readonly calls: Calls
  /** Once a second: what is due is asked, what is silent is renewed. `onScreen` are symbols. */
  beat(now: number, onScreen: readonly string[]): void
  state(now: number): VenueState
  /** Tries everything again at once. */
  retry(): void
  /** Nothing is asked or heard any more; what is under way is given up. */
  stop(): void
}

/** What a venue starts from, and whom it tells. */
export interface Beginning {
  readonly engine: Engine | null
  /** What the venue refused before we were woken. */
  readonly refused: Refusal | null
  readonly place: Place
  /** Episodes that began or changed. */
  onChanged(changed: readonly Episode[]): void
  /** What was noted of one frame, for the record; absent: nobody keeps one. */
  onSteps?(steps: readonly RecordedEvent[]): void
  /** The engine took these rows. */
  onTicks(engine: Engine, ticks: readonly Tick[]): void
  /** The venue's longest "later" changed. */
  onHeld(refusal: Refusal | null): void
}

/** Watches one venue: seeds from REST, hears the stream, polls while there is none or it is silent, follows suspects. */
export function watchVenue(exchange: Exchange, begin: Beginning): Venue {
  const stopped = new AbortController()
  const calls = createCalls({
    refused: begin.refused,
    place: begin.place,
    onHeld: (refusal) => begin.onHeld(refusal),
    signal: stopped.signal,
    budget: createBudget(exchange.budget),
    refusalIn: (payload) => rowsOf(read(exchange, 'rest.error', payload, 0), 'error')[0]?.message ?? null,
  })
  const seen: Seen = { startedAt: Date.now(), streamedAt: 0, polledAt: 0, dropped: 0 }
  const drop = (rows: number) => void (seen.dropped += rows)
  const intake = createIntake(exchange.id, begin.engine, {
    onChanged: (changed) => begin.onChanged(changed),
    ...(begin.onSteps && { onSteps: (steps) => begin.onSteps?.(steps) }),
    onTicks: (engine, ticks) => begin.onTicks(engine, ticks),
    onStartOver() {
      calls.again(listing)
      calls.again(poll)
    },
  })
  let renewedAt = seen.startedAt
  let looked: readonly string[] = []

  /** Suspects are followed on the frame that made them so: a pump does not wait for the next second. */
  function follow(now: number): void {
    tapes.want([...new Set([...looked, ...followedSymbols(intake.engine)])], now)
  }

  const listing = listCall(
    exchange,
    (list) => {
      intake.list(list)
      stream?.list(intake.trading())
    },
    drop,
  )
  const poll = tickersCall(
    exchange,
    intake.trading,
    (ticks) => {
      intake.seed(ticks)
      // The stream may have come back while the answer was on its way.
      if (stream && !isSilent(seen, Date.now())) return
      seen.polledAt = Date.now()
      if (intake.frame(ticks, 'poll')) follow(seen.polledAt)
    },
    drop,
  )
  const stream =
    exchange.stream &&
    openTickerStream(exchange, exchange.stream, createAddress(exchange.stream, calls), {
      onTicks(ticks) {
        seen.streamedAt = Date.now()
        if (intake.frame(ticks, 'stream')) follow(seen.streamedAt)
      },
      onDropped: drop,
    })
  const tapes = openTapes(exchange, calls, {
    onBackfill: intake.backfill,
    onTrades: intake.trades,
    onMissed: intake.missed,
    wantsHistory: (symbol) => needsHistory(intake.engine, symbol),
    onHistory: (symbol, candles) => seedHistory(intake.engine, symbol, candles),
    onLeft: (symbol) => unfollow(intake.engine, symbol),
    onDropped: drop,
  })

  return {
    exchange,
    get engine() {
      return intake.engine
    },
    calls,
    beat(now, onScreen) {
      looked = onScreen
      const isDeaf = !stream || isSilent(seen, now)
      calls.beat(listing, now)
      if (isDeaf || !intake.seeded) calls.beat(poll, now)
      if (stream?.ready && isDeaf && now - renewedAt > silentMs) {
        renewedAt = now
        stream.renew()
      }
      stream?.beat(now)
      follow(now)
    },
    state(now) {
      const { at, pairs } = intake.engine
      const { everyMs } = exchange.tickers
      const state = stateOf(seen, calls.refusal(now), everyMs, now)
      return { venue: exchange.id, marketAt: at || null, pairs: pairs.size, everyMs, ...state }
    },
    retry() {
      calls.forgive()
      if (isSilent(seen, Date.now())) stream?.renew()
    },
    stop() {
      stopped.abort()
      stream?.close()
      tapes.close()
    },
  }
}
