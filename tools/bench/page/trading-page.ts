import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Tier } from '../../../src/market/tier.ts'
import { bannerBoxes } from '../../browsers/banner.ts'
import type { Chromium } from '../../browsers/chromium.ts'
import { episode, venue } from '../../examples/made-up.ts'

/** Nothing listens on this port: stored values alone are shown, and the page is served by the bench. */
export const deadPort = 9

export const url = 'https://www.binance.com/en/trade/SYS_BTC'
const pollMs = 100
const maxTries = 300

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

/** An empty tab in which the page can be opened, by `page.goto(url)`. */
export async function newTradingPage(driver: Chromium): Promise<Page> {
  const page = await driver.browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    void request.respond({ contentType: 'text/html', body: request.url() === url ? html : '' })
  })
  return page
}

/** Opens the page while its pair is flagged with a tier, and waits for the banner; null: while nothing is. */
export async function openTradingPage(driver: Chromium, tier: Tier | null): Promise<Page> {
  const page = await newTradingPage(driver)
  const now = Date.now()
  const own = { base: 'SYS', quote: 'BTC', symbol: 'SYSBTC', updatedAt: now, changedAt: now }
  const episodes = tier === null ? [] : [episode({ ...own, startedAt: now - 60_000, tier })]
  const values = JSON.stringify({ episodes: JSON.stringify(episodes), venues: [venue()] })
  await driver.inExtension(`chrome.storage.local.set(${values})`)
  await page.goto(url)
  await page.bringToFront()
  for (
    let tries = 0;
    tier !== null && (await bannerBoxes(driver, page)).length === 0;
    tries++, await pause(pollMs)
  )
    if (tries === maxTries) throw new Error('The banner does not show')
  return page
}
