import { applyMeasurement } from './cases/apply-measurement.ts'
import { closeForNewLevel } from './cases/settle-episode.ts'
import { suspect } from './cases/suspect.ts'
import { takeStrayPrint } from './cases/take-stray-print.ts'
import type { Engine } from './engine-state.ts'
import type { StrayPrice } from './pair/observe.ts'
import type { PairState } from './pair/pair-state.ts'
import { recordMeasurement, recordPriceLevel, recordStrayPrint } from './replay/record-events.ts'
import type { Measurement } from './score/measurement.ts'

// What is found in ticks and trades of a pair: recorded, then made an episode of. Each returns whether the pair's
// episode began or changed.

/** The pair was measured. */
export function onMeasured(engine: Engine, pair: PairState, measurement: Measurement): boolean {
  suspect(pair, measurement)
  recordMeasurement(engine, pair, measurement)
  return applyMeasurement(engine, pair, measurement)
}

/** A price was traded far from all others. `at`: market time, ms UTC. */
export function onStrayPrint(engine: Engine, pair: PairState, print: StrayPrice, at: number): boolean {
  recordStrayPrint(engine, pair, print, at)
  return takeStrayPrint(engine.data, pair, print, at)
}

/** The price has settled at another level, whatever moved it. `at`: market time, ms UTC. */
export function onNewLevel(engine: Engine, pair: PairState, at: number): void {
  closeForNewLevel(pair, at)
  recordPriceLevel(engine, pair, at)
}
