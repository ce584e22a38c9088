import { type Cases, emptyCases } from './cases/cases.ts'
import { emptyMarketData, type MarketData } from './pair/market-data.ts'
import type { RecordedEvent } from './replay/recorded-event.ts'
import type { Model } from './score/model.ts'
import { type Scoring, scoringBy } from './score/scoring.ts'

/**
 * Everything the engine knows of one venue: what it measured, how it scores, the episodes, and what is to be recorded.
 * Plain data, so that it can be saved whole and restored.
 */
export interface Engine extends MarketData, Scoring, Cases {
  /** What was measured since somebody last took it away, for the recorder; null: nobody records. */
  recordedEvents: RecordedEvent[] | null
}

/** A fresh engine for one venue. @param shift see `Scoring.shift` */
export function createEngine(venue: string, shift?: number, model?: Model): Engine {
  return { ...emptyMarketData(venue), ...scoringBy(shift, model), ...emptyCases(), recordedEvents: null }
}
