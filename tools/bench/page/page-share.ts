import { setTimeout as pause } from 'node:timers/promises'
import type { Tier } from '../../../src/market/tier.ts'
import { launchChromium } from '../../browsers/chromium.ts'
import type { Benchmark } from '../benchmark.ts'
import { ownScriptTime } from './own-script-time.ts'
import { deadPort, openTradingPage } from './trading-page.ts'

const measuredMs = 10_000
const settleMs = 3_000

/** What runs on the page: no episode, a chip, a card that opened by itself. */
interface PageState {
  readonly id: string
  readonly goal: number
  readonly tier: Tier | null
}

/**
 * Share of the time of the main thread of a busy trading page of 10,000 elements that the extension's scripts take,
 * in processor time (own-script-time.ts): the page without the extension has none.
 */
const pageShare = ({ id, goal, tier }: PageState): Benchmark => ({
  id,
  unit: 'ratio',
  goal,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const driver = await launchChromium({ port: deadPort })
    try {
      const page = await openTradingPage(driver, tier)
      await pause(settleMs)
      const shares: number[] = []
      for (let round = 0; round < Math.ceil(rounds / 3); round++)
        shares.push((await ownScriptTime(page, () => pause(measuredMs))) / measuredMs)
      return shares
    } finally {
      await driver.close()
    }
  },
})

/** No episode. */
export const pageIdle = pageShare({ id: 'page-idle', goal: 0.0005, tier: null })

/** A chip. */
export const pageChip = pageShare({ id: 'page-chip', goal: 0.003, tier: 'notice' })

/** A card that opened by itself. */
export const pageCard = pageShare({ id: 'page-card', goal: 0.005, tier: 'danger' })
