import type { Tier } from '../../../src/market/tier.ts'
import type { RecordedRun } from './recorded-run.ts'

/** Round hours make the tests readable: a recording of ten days, 2018-07-01 to 07-11. */
export const T0 = Date.UTC(2018, 6, 1)
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A recorded run of SYS/BTC with alerts at the given times. */
export function runAt(
  alerts: readonly (readonly [at: number, tier: Tier, episode?: string])[],
  rest: Partial<RecordedRun> = {},
): RecordedRun {
  return {
    venue: 'binance',
    pair: 'SYS/BTC',
    coin: 'SYS',
    recordedFrom: T0,
    covered: { from: T0, to: T0 + 10 * DAY },
    reached: alerts.map(([at, tier, episode = `at ${at}`]) => ({ at, tier, kind: 'pump', episode })),
    onsets: [],
    ...rest,
  }
}
