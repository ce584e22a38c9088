import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import type { Tier } from '../../src/market/tier.ts'
import { bannerBoxes } from '../browsers/banner.ts'
import { launchChromium } from '../browsers/chromium.ts'
import type { Driver } from '../browsers/driver.ts'
import { episode, venue } from '../examples/made-up.ts'
import type { Benchmark } from './benchmark.ts'

/** Nothing listens on this port: stored values alone are shown, and the page is served by the bench. */
const deadPort = 9
const url = 'https://www.binance.com/en/trade/SYS_BTC'
const measuredMs = 10_000
const settleMs = 3_000
const pollMs = 100
const maxTries = 300
const sampleUs = 200

/** A trading page of 10,000 elements of which 200 rows change ten times a second. */
const html = `<!doctype html><title>SYS/BTC</title><body><header style="height:56px">Markets</header>
<canvas width="900" height="500"></canvas><form class="orderform" style="width:300px">
<input name="amount"><input name="price"><button>Buy</button></form><section class="orderbook"></section><main></main>
<script>
  for (let i = 0; i < 3200; i++) {
    const row = document.createElement('div')
    row.className = 'row cell-' + (i % 40) + ' border-line transform'
    row.innerHTML = '<span class="price text-form">1.0</span><span class="amount">2</span>'
    document.querySelector(i < 200 ? '.orderbook' : 'main').append(row)
  }
  setInterval(() => {
    for (const each of document.querySelectorAll('.orderbook .price')) each.textContent = Math.random().toFixed(8)
  }, 100)
</script>`

/** What runs on the page: no episode, a chip, a card that opened by itself. */
interface PageState {
  readonly id: string
  readonly goal: number
  readonly tier: Tier | null
}

/** Share of the main thread of such a page that the banner takes, as the browser's sampling profiler has it. */
const pageShare = ({ id, goal, tier }: PageState): Benchmark => ({
  id,
  unit: 'ratio',
  goal,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const driver = await launchChromium({ port: deadPort })
    try {
      const page = await driver.browser.newPage()
      await serve(page)
      const own = {
        base: 'SYS',
        quote: 'BTC',
        symbol: 'SYSBTC',
        updatedAt: Date.now(),
        changedAt: Date.now(),
      }
      const episodes = tier === null ? [] : [episode({ ...own, startedAt: Date.now() - 60_000, tier })]
      const values = JSON.stringify({ episodes: JSON.stringify(episodes), venues: [venue()] })
      await driver.inExtension(`chrome.storage.local.set(${values})`)
      await page.goto(url)
      await page.bringToFront()
      if (tier !== null) await untilShown(driver, page)
      await pause(settleMs)
      const session = await page.createCDPSession()
      await session.send('Profiler.enable')
      await session.send('Profiler.setSamplingInterval', { interval: sampleUs })
      const shares: number[] = []
      for (let round = 0; round < Math.ceil(rounds / 3); round++) shares.push(await shareNow(session))
      return shares
    } finally {
      await driver.close()
    }
  },
})

async function untilShown(driver: Driver, page: Page): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++, await pause(pollMs))
    if ((await bannerBoxes(driver, page)).length > 0) return
  throw new Error('The banner does not show')
}

async function serve(page: Page): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    void request.respond({ contentType: 'text/html', body: request.url() === url ? html : '' })
  })
}

async function shareNow(session: CDPSession): Promise<number> {
  await session.send('Profiler.start')
  await pause(measuredMs)
  const { profile } = await session.send('Profiler.stop')
  return shareOf(profile)
}

/** The share of samples in functions of the extension, with all that the browser does for them. */
function shareOf({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile): number {
  const own = new Set<number>()
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith('chrome-extension:')) own.add(id)
    // Nodes are listed before their children.
    if (own.has(id)) for (const child of children) own.add(child)
  }
  const total = timeDeltas.reduce((sum, each) => sum + each, 0)
  const ours = samples.reduce((sum, id, i) => sum + (own.has(id) ? timeDeltas[i]! : 0), 0)
  return ours / total
}

/** No episode. */
export const pageIdle = pageShare({ id: 'page-idle', goal: 0.0005, tier: null })

/** A chip. */
export const pageChip = pageShare({ id: 'page-chip', goal: 0.003, tier: 'notice' })

/** A card that opened by itself. */
export const pageCard = pageShare({ id: 'page-card', goal: 0.005, tier: 'danger' })
