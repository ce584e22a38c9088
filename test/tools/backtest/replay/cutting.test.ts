import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../../src/detect/engine-state.ts'
import { restartEngine } from '../../../detect/synthetic/restart-engine.ts'
import type { Alert } from '../../../../tools/backtest/alert.ts'
import { plan } from '../../../../tools/backtest/input/plan.ts'
import { cutting } from './cutting.ts'
import { replayTrades } from '../../../../tools/backtest/replay/replay-trades.ts'

const data = fileURLToPath(new URL('../../../../../shared/data/pump-trades', import.meta.url))
const settings = { venue: 'binance', sensitivity: 'balanced', confirm: true, announcements: [] } as const

describe.skipIf(!existsSync(data))('recorded pumps (skipped where ../shared/data is absent)', () => {
  test.each(['BNT_2019-09-09_', 'GTO_2020-11-03_'])(
    '%s with restarts gives the same alerts, byte for byte',
    { timeout: 240_000 },
    async (name) => {
      const [job] = (await plan(data, null, () => undefined)).filter(({ files }) =>
        files.some(({ file }) => file.includes(`/${name}`)),
      )
      const play = async (cuts: readonly number[]) =>
        replayTrades(job!, settings, cutting(createEngine('binance'), cuts, restartEngine))
      const linesOf = (alerts: readonly Alert[]) => alerts.map((alert) => JSON.stringify(alert)).join('\n')
      const { alerts, runs } = await play([])
      const { from, to } = runs[0]!.covered
      expect(alerts.length).toBeGreaterThan(5)
      const anywhere = fc.integer({ min: from, max: to })
      // From just before an alert to the end of the minutes in which its trades are followed.
      const inEpisode = fc
        .tuple(fc.constantFrom(...alerts), fc.integer({ min: -5000, max: 400_000 }))
        .map(([alert, after]) => alert.at + after)
      const begin = fc.integer({ min: 0, max: 600_000 }).map((after) => from + after)
      const cuts = fc.array(fc.oneof(anywhere, inEpisode, inEpisode, begin), { minLength: 1, maxLength: 30 })
      await fc.assert(
        fc.asyncProperty(cuts, async (at) => {
          expect(linesOf((await play(at)).alerts)).toBe(linesOf(alerts))
        }),
        { numRuns: 3 },
      )
    },
  )
})
