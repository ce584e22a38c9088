import { type Drift, noDrift } from './market/drift.ts'
import { type Market, newMarket } from './market/market-state.ts'
import { type Model, shippedModel } from './score/model.ts'
import type { PairState } from './pair/pair-state.ts'
import type { OfficialStatus } from './episode/official-status.ts'
import type { RecordedEvent } from './replay/recorded-event.ts'
import { roughUsd } from './settings.ts'
import { emptyTables, type Tables } from './pair/tables.ts'

/** Everything the engine knows of one venue: plain data, so that it can be saved whole and taken up again. */
export interface Engine {
  readonly venue: string
  /** Log odds by which every threshold of the score is moved, see sensitivity.ts: positive is quieter. */
  shift: number
  /** What was learnt, not what was seen: taken anew from the extension, whatever was saved. */
  model: Model
  /** Whether a rise that began on the full hour counts for more. */
  fullHour: boolean
  readonly pairs: Map<string, PairState>
  readonly tables: Tables
  /** Market time of the newest frame, ms; 0 before the first. */
  at: number
  /** Time of a frame that is not believed yet (leap.ts), ms; 0 where none is. */
  clockJumpAt: number
  /** Market time lost in gaps so far, ms: baselines run on observed time. */
  lost: number
  /** Which feed the frames come from: rolling figures of different feeds must not be subtracted. */
  source: string
  /** Typical time between frames that say something, ms; 0 while unknown. Tells which model applies. */
  spacing: number
  /** When a frame last said something, ms; 0 before the first. */
  spokeAt: number
  /** USD per unit of a quote currency. */
  readonly usd: Record<string, number>
  readonly market: Market
  /** When frames last came again after a gap, ms; 0 before the first. */
  openedAt: number
  /** When the phases of running episodes were brought up to date. */
  phasedAt: number
  /** Per quote currency: the market's own move, taken out of every single pair. */
  drift: Drift
  /** What the venue says of itself; absent until somebody listened. */
  officialStatus?: OfficialStatus
  /** What was measured since somebody last took it away, for the record; null: nobody keeps one. */
  recordedEvents: RecordedEvent[] | null
}

/** A fresh engine for one venue. @param shift see `Engine.shift` */
export function createEngine(venue: string, shift = 0, model = shippedModel): Engine {
  return {
    venue,
    shift,
    model,
    fullHour: true,
    pairs: new Map(),
    tables: emptyTables(),
    at: 0,
    clockJumpAt: 0,
    lost: 0,
    source: '',
    spacing: 0,
    spokeAt: 0,
    usd: { ...roughUsd },
    market: newMarket(),
    phasedAt: 0,
    openedAt: 0,
    drift: noDrift(),
    recordedEvents: null,
  }
}
