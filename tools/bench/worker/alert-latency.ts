import { setTimeout as pause } from 'node:timers/promises'
import { tierRank } from '../../../src/market/tier.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { openStory } from '../../market-server/scenarios.ts'
import { announcedPump } from '../../market-server/stories/announced-pump.ts'
import type { Benchmark } from '../benchmark.ts'
import { openTappedMarket, preciseNow } from './tapped-market.ts'

const maxWaitMs = 120_000
const pollMs = 100
/** From so long before the full hour the story runs in real time: faster, frames come closer than on any day. */
const [beforeHour] = announcedPump.legs
const realTimeFrom = beforeHour!.until + 26_000

/** What was noted in the browser; times in ms UTC. */
interface Noted {
  /** The pair's episodes as they were stored, in order. */
  readonly episodes: readonly Episode[]
  readonly badgeAt: number | null
}

/** Source text: notes when the badge counts something, and each state of the pair's episode that is stored. */
const watchWorker = (symbol: string) => `(() => {
  globalThis.noted = { episodes: [], badgeAt: null }
  const look = async () => {
    if (await chrome.action.getBadgeText({})) noted.badgeAt = performance.timeOrigin + performance.now()
    else setTimeout(look, 2)
  }
  chrome.storage.onChanged.addListener(({ episodes }) => {
    const all = episodes?.newValue ?? []
    noted.episodes.push(...(typeof all === 'string' ? JSON.parse(all) : all).filter((each) => each.symbol === '${symbol}'))
  })
  void look()
})()`

/** Source text: notes when the banner was painted: after the first frame in which it is on the page. */
const watchPage = `(() => {
  globalThis.paintedAt = null
  const observer = new MutationObserver(() => {
    if (!document.querySelector('html > div')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => (paintedAt = performance.timeOrigin + performance.now())))
  })
  observer.observe(document.documentElement, { childList: true })
})()`

/**
 * Time from the frame in which a pump shows until banner and badge show it, ms, whichever is later: for the banner the
 * frame of the episode's first state, for the badge that of its first Warning. A budget, compared with nothing.
 */
export const alertLatency: Benchmark = {
  id: 'alert-latency',
  unit: 'ms',
  goal: 60,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const found: number[] = []
    for (let round = 0; round < Math.ceil(rounds / 3); round++) found.push(await latencyOf(round))
    return found
  },
}

async function latencyOf(seed: number): Promise<number> {
  const legs = [beforeHour!, { until: realTimeFrom, speed: 9 }, { until: Infinity, speed: 1 }]
  const scenario = openStory({ ...announcedPump, legs }, { seed: seed + 1 })
  const sent: { readonly marketAt: number; readonly at: number }[] = []
  const tap = () => sent.push({ marketAt: scenario.market.now, at: preciseNow() }) > 0
  const { driver, page, close } = await openTappedMarket(scenario, tap)
  try {
    const { base, quote } = scenario.page
    await driver.inExtension(watchWorker(base + quote))
    await page.evaluate(watchPage)
    const until = preciseNow() + maxWaitMs
    for (; ; await pause(pollMs)) {
      const { episodes, badgeAt } = await driver.inExtension<Noted>('noted')
      const paintedAt = (await page.evaluate('paintedAt')) as number | null
      const first = episodes[0]
      const warning = episodes.find(({ tier }) => tierRank(tier) >= tierRank('warning'))
      if (first && warning && badgeAt !== null && paintedAt !== null) {
        const sentAt = ({ changedAt }: Episode) =>
          sent.find(({ marketAt }) => marketAt >= changedAt)?.at ?? NaN
        return Math.max(paintedAt - sentAt(first), badgeAt - sentAt(warning))
      }
      if (preciseNow() > until) throw new Error('The pump was not told of')
    }
  } finally {
    await close()
  }
}
