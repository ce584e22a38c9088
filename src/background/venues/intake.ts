import { createEngine, type Engine } from '../../detect/engine-state.ts'
import { takeTicks } from '../../detect/engine.ts'
import { listPairs, seedPairs } from '../../detect/pair/list-pairs.ts'
import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import { missTrades, takeBackfill, takeTrades } from '../../detect/engine.ts'
import type { Episode } from '../../market/episode.ts'
import type { Listing } from '../../market/pair.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import { createFrameClock, punctual } from './frame-time.ts'

/** The way of one venue's data into its engine. */
export interface Intake {
  engine: Engine
  /** Takes one frame of the feed `source`; returns whether it was believed. */
  frame(ticks: readonly Tick[], source: string): boolean
  /** Whether a 24-h ticker has given young pairs their averages. */
  readonly seeded: boolean
  /** Takes such a ticker, once. */
  seed(ticks: readonly Tick[]): void
  list(list: readonly Listing[]): void
  backfill(symbol: string, trades: readonly Trade[]): void
  trades(symbol: string, trades: readonly Trade[]): void
  /** The pair's trades are heard from now on: those before are not, until they are back-filled. */
  missed(symbol: string): void
  /** Symbols of the pairs that trade. */
  trading(): readonly string[]
}

interface Hears {
  /** The engine took these rows. */
  onTicks(engine: Engine, ticks: readonly Tick[]): void
  /** What was noted of one frame, for the record; absent: nobody keeps one. */
  onSteps?(steps: readonly RecordedEvent[]): void
  /** Episodes that began or changed. */
  onChanged(changed: readonly Episode[]): void
  /** What was learnt does not apply any more: pairs and averages must be asked for anew. */
  onStartOver(): void
}

/** A frame so much older (ms) than the newest is another market clock. */
const backwardsMs = 600_000

export function createIntake(venue: string, restored: Engine | null, hears: Hears): Intake {
  const clock = createFrameClock()
  let seeded = false

  const noting = (engine: Engine) => Object.assign(engine, { recordedEvents: hears.onSteps ? [] : null })
  const tell = (changed: readonly Episode[]) => {
    const steps = intake.engine.recordedEvents?.splice(0) ?? []
    if (steps.length > 0) hears.onSteps?.(steps)
    if (changed.length > 0) hears.onChanged(changed)
  }
  const intake: Intake = {
    engine: noting(restored ?? createEngine(venue)),
    frame(ticks, source) {
      const told = ticks.length === 0 ? null : clock.timeOf(ticks, intake.engine.data.at, Date.now())
      if (told === null) return false
      if (told < intake.engine.data.at - backwardsMs) {
        intake.engine = noting(createEngine(venue, intake.engine.scoring.shift))
        seeded = false
        hears.onStartOver()
      }
      // Rounds of several requests do not come in order; every row has its own time.
      const at = Math.max(told, intake.engine.data.at)
      const rows = punctual(ticks, at)
      tell(takeTicks(intake.engine, rows, at, source))
      hears.onTicks(intake.engine, rows)
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
    list: (list) => listPairs(intake.engine.data, list),
    backfill: (symbol, trades) => tell(takeBackfill(intake.engine, symbol, trades, intake.engine.data.at)),
    trades: (symbol, trades) => tell(takeTrades(intake.engine, symbol, trades, intake.engine.data.at)),
    missed: (symbol) => missTrades(intake.engine, symbol),
    trading: () =>
      [...intake.engine.data.pairs.values()]
        .filter(({ listing }) => listing === 'trading')
        .map(({ symbol }) => symbol),
  }
  return intake
}
