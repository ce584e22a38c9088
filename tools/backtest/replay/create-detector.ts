import { createEngine } from '../../../src/detect/engine-state.ts'
import { sensitivityShift } from '../../../src/detect/sensitivity.ts'
import { type Detector, detectorOf } from './detector.ts'
import { restarting } from './restarting.ts'
import type { ReplaySettings } from './replay-settings.ts'

/** A cold engine for one venue; `coin` is the one its model must not have been trained on. */
export function createDetector(settings: ReplaySettings, coin?: string): Detector {
  const model = settings.unseen?.find(({ coins }) => coin !== undefined && coins.includes(coin))?.model
  const create = () => {
    const engine = createEngine(settings.venue, sensitivityShift[settings.sensitivity], model)
    engine.scoring.fullHour = settings.fullHour ?? true
    const detector = detectorOf(engine)
    return settings.followAll ? { ...detector, follows: () => [...engine.data.pairs.keys()] } : detector
  }
  return settings.restartMinute === undefined ? create() : restarting(create, settings.restartMinute)
}
