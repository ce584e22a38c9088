import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../detect/cases/resume-episodes.ts'
import { createEngine, type Engine } from '../../detect/engine-state.ts'
import { missTrades, takeBackfill, takeTicks, takeTrades } from '../../detect/engine.ts'
import { movedBy } from '../../detect/episode/move-episode.ts'
import { listPairs, seedPairs } from '../../detect/pair/list-pairs.ts'
import type { Episode } from '../../market/episode.ts'
import type { Listing } from '../../market/pair.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import { createFrameClock, withoutFutureTicks } from './frame-time.ts'
import type { VenueEvents } from './venue-events.ts'

/** Passes one venue's market data to its engine. */
export interface Intake {
  engine: Engine
  /** Takes one frame of the feed `source`; returns whether its time was plausible. */
  takeFrame(ticks: readonly Tick[], source: string): boolean
  /** Whether a 24-h ticker has given young pairs their averages. */
  readonly seeded: boolean
  /** Takes such a ticker, once. */
  seed(ticks: readonly Tick[]): void
  takeListings(list: readonly Listing[]): void
  takeBackfill(symbol: string, trades: readonly Trade[]): void
  takeTrades(symbol: string, trades: readonly Trade[]): void
  /** The pair's trades arrive from now on: earlier ones are missing until they are back-filled. */
  markMissed(symbol: string): void
  /** Symbols of the pairs that trade. */
  tradingSymbols(): readonly string[]
}

interface IntakeEvents extends Omit<VenueEvents, 'onRefusalChanged'> {
  /** The engine was replaced by one without market data: pairs and averages must be requested again. */
  onStartOver(): void
}

/** A frame so much older (ms) than the newest comes from another market clock. */
const maxBackwardsMs = 600_000

export function createIntake(venue: string, restored: Engine | null, events: IntakeEvents): Intake {
  const clock = createFrameClock()
  let seeded = false

  const recording = (engine: Engine) =>
    Object.assign(engine, { recordedEvents: events.onEventsRecorded ? [] : null })
  const report = (changed: readonly Episode[]) => {
    const recorded = intake.engine.recordedEvents?.splice(0) ?? []
    if (recorded.length > 0) events.onEventsRecorded?.(venue, recorded)
    if (changed.length > 0) events.onEpisodesChanged(venue, changed)
  }
  const intake: Intake = {
    engine: recording(restored ?? createEngine(venue)),
    takeFrame(ticks, source) {
      const frameAt = ticks.length === 0 ? null : clock.timeOf(ticks, intake.engine.data.at, Date.now())
      if (frameAt === null) return false
      if (frameAt < intake.engine.data.at - maxBackwardsMs) {
        intake.engine = recording(startedOver(intake.engine, frameAt))
        seeded = false
        events.onStartOver()
      }
      // Answers of one poll cycle may come out of order; every row has its own time.
      const at = Math.max(frameAt, intake.engine.data.at)
      const rows = withoutFutureTicks(ticks, at)
      report(takeTicks(intake.engine, rows, at, source))
      events.onTicks(intake.engine, rows)
      return true
    },
    get seeded() {
      return seeded
    },
    seed(ticks) {
      if (seeded) return
      seeded = true
      seedPairs(intake.engine.data, ticks)
    },
    takeListings: (list) => listPairs(intake.engine.data, list),
    takeBackfill: (symbol, trades) =>
      report(takeBackfill(intake.engine, symbol, trades, intake.engine.data.at)),
    takeTrades: (symbol, trades) => report(takeTrades(intake.engine, symbol, trades, intake.engine.data.at)),
    markMissed: (symbol) => missTrades(intake.engine, symbol),
    tradingSymbols: () =>
      [...intake.engine.data.pairs.values()]
        .filter(({ listing }) => listing === 'trading')
        .map(({ symbol }) => symbol),
  }
  return intake
}

/** An empty engine for a market clock that was set back to `at`. What the trader is warned of goes on, on that clock. */
function startedOver(before: Engine, at: number): Engine {
  const engine = createEngine(before.data.venue, before.scoring.shift)
  resumeEpisodes(
    engine,
    openEpisodes(before).map((episode) => movedBy(episode, at - before.data.at)),
  )
  return engine
}
