import { type Cases, emptyCases } from './cases/cases.ts'
import type { GivenMarket } from './market/given-market.ts'
import { emptyMarketData, type MarketData } from './pair/market-data.ts'
import type { PerpetualData } from './perpetual/perpetual-data.ts'
import type { RecordedEvent, RecordedStatus } from './replay/recorded-event.ts'
import type { Model } from './score/model.ts'
import { type Scoring, scoringBy } from './score/scoring.ts'

/** Everything the engine knows of one venue: plain data, so that it can be saved whole and restored. */
export interface Engine {
  /** What it measured. */
  readonly data: MarketData
  /** How it scores: learnt or chosen. */
  readonly scoring: Scoring
  /** The market's episode, and what episodes go by; those of single pairs hang on their pairs. */
  readonly cases: Cases
  /** What is measured of perpetual contracts besides their trading; null: the venue has told of none. */
  perpetual: PerpetualData | null
  /** What was measured since somebody last took it away, for the recorder; null: nobody records. */
  recordedEvents: RecordedEvent[] | null
  /** The official status among them that was recorded last, taken away or not. */
  recordedStatus: RecordedStatus | null
  /** Rows and trades ignored since somebody last took the count: old, of a doubtful time, or of a pair too many. */
  ignored: number
  /** What the market is given as, where the engine holds a few of its pairs; null: it measures the market itself. */
  given: GivenMarket | null
  /** The pair that many sold coins were last turned into, and when, market time, ms; null: none was. */
  bought: { readonly symbol: string; readonly sold: number; readonly at: number } | null
}

/**
 * What is stored of an engine: all but its model, which comes with the extension,
 * what waits to be recorded, and what was ignored or given.
 */
export type EngineToStore = Pick<Engine, 'data' | 'cases' | 'perpetual'> & {
  readonly scoring: Omit<Scoring, 'model'>
}

/** A fresh engine for one venue. @param shift see `Scoring.shift` */
export function createEngine(venue: string, shift?: number, model?: Model): Engine {
  return {
    data: emptyMarketData(venue),
    scoring: scoringBy(shift, model),
    cases: emptyCases(),
    perpetual: null,
    recordedEvents: null,
    recordedStatus: null,
    ignored: 0,
    given: null,
    bought: null,
  }
}
