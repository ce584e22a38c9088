import { measureOutcomes } from './outcomes.ts'
import type { Parts } from '../wiring.ts'
import { enginesOf } from '../schedule.ts'

const minuteMs = 60_000

let busy = false

/** Measures the outcomes that are due by what is watched now. One go at a time, however often the alarm rings. */
export async function measureDue(parts: Parts): Promise<void> {
  if (busy) return
  busy = true
  const now = Date.now()
  const measures = {
    engines: () => enginesOf(parts),
    candles: (pair: Parameters<Parts['candles']['of']>[0]) => parts.candles.of(pair, minuteMs, now),
  }
  await measureOutcomes(measures, now)
    .catch((error: unknown) => console.warn('Keiho could not measure what came of an episode', error))
    .finally(() => (busy = false))
}
