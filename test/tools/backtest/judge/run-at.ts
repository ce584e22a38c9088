import type { Tier } from '../../../../src/market/tier.ts'
import type { RecordedRun } from '../../../../tools/backtest/judge/recorded-run.ts'

/** A recording of ten days, 2018-07-01 to 07-11, with times that are easy to read. */
export const t0 = Date.UTC(2018, 6, 1)
export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** A recorded run of SYS/BTC with alerts at the given times. */
export function runAt(
  alerts: readonly (readonly [at: number, tier: Tier, episode?: string])[],
  rest: Partial<RecordedRun> = {},
): RecordedRun {
  return {
    venue: 'binance',
    pair: 'SYS/BTC',
    coin: 'SYS',
    recordedFrom: t0,
    covered: { from: t0, to: t0 + 10 * dayMs },
    reached: alerts.map(([at, tier, episode = `at ${at}`]) => ({ at, tier, kind: 'pump', episode })),
    onsets: [],
    ...rest,
  }
}
