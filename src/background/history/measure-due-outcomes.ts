import type { Engine } from '../../detect/engine-state.ts'
import type { Candles } from '../venues/candles/candles.ts'
import { isResting } from '../storage/store-in-database.ts'
import { measureOutcomes, type PriceSources } from './outcomes.ts'

/** What outcomes are measured by: the engines of the watched venues, and the venues' candles. */
interface MarketData {
  readonly engines: () => readonly Engine[]
  readonly candles: Candles['get']
}

const minuteMs = 60_000

let busy = false

/**
 * Measures the outcomes that are due. One run at a time, however often the alarm fires, and none while its result
 * could not be stored: venues would be asked for the same candles again and again.
 */
export async function measureDueOutcomes({ engines, candles }: MarketData): Promise<void> {
  if (busy || isResting('episodes')) return
  busy = true
  const now = Date.now()
  const minutes: PriceSources['candles'] = async (pair, span) => {
    const answer = await candles(pair, span, now)
    return answer.kind === 'known' && answer.intervalMs === minuteMs ? answer.candles : []
  }
  await measureOutcomes({ engines, candles: minutes }, now)
    .catch((error: unknown) => console.warn('Keiho could not measure the outcome of an episode', error))
    .finally(() => (busy = false))
}
