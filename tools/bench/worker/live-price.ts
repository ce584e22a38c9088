import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bannerText, clickInBanner } from '../../browsers/banner.ts'
import { extensionFolder } from '../../browsers/extension-folder.ts'
import { sayIn } from '../../examples/words-in.ts'
import { openStory } from '../../market-server/scenarios.ts'
import { announcedPump } from '../../market-server/stories/announced-pump.ts'
import type { Benchmark } from '../benchmark.ts'
import { percentile95 } from '../percentile.ts'
import { openTappedMarket, preciseNow, type TappedMarket } from './tapped-market.ts'

const measuredMs = 20_000
const echoes = 100
const pollMs = 200
const maxTries = 600
/** A price that moved less between two frames may look the same on the card. */
const minMove = 2e-3

/** A price and when it was sent or shown, ms. */
interface Timed {
  readonly at: number
  readonly price: number
}

/** Source text: notes each price that the full card shows. */
const watchCard = `function () {
  const seen = globalThis.seenPrices ??= []
  new MutationObserver(() => {
    const price = Number([...this.querySelectorAll('.stats dd.num:not(.own)')].at(-1)?.textContent.replaceAll(',', ''))
    if (price > 0) seen.push({ at: performance.timeOrigin + performance.now(), price })
  }).observe(this, { subtree: true, childList: true, characterData: true })
}`

/** Source text: the worker's end of the port that the frame's way is compared with. */
const echo = `chrome.runtime.onConnect.addListener((port) => {
  if (port.name === 'echo') port.onMessage.addListener((message) => port.postMessage(message))
})`

/** Source text: times of round trips through that port, ms. */
const roundTrips = `(async () => {
  const port = chrome.runtime.connect({ name: 'echo' })
  const times = []
  for (let i = 0; i < ${echoes}; i++) {
    const since = performance.now()
    await new Promise((done) => {
      const back = () => (port.onMessage.removeListener(back), done())
      port.onMessage.addListener(back)
      port.postMessage(i)
    })
    times.push(performance.now() - since)
    await new Promise((done) => setTimeout(done, 20))
  }
  port.disconnect()
  return times
})()`

/**
 * Time from a ticker frame's leaving the server until its price stands on the full card of a trading page, p95, divided
 * by the p95 of a message's way from a page of the extension to the worker and back, measured before and after. The
 * pair's trades are kept back: each price that is shown came with a frame.
 */
export const livePrice: Benchmark = {
  id: 'live-price',
  unit: 'ratio',
  goal: 8,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const sent: Timed[] = []
    let isMeasured = false
    const folder = folderWithEcho()
    const { base, quote } = announcedPump.page
    const market = await openTappedMarket(
      lastingPump(),
      (frame) => {
        if (frame.includes('@aggTrade')) return !isMeasured
        const price = priceIn(frame, base + quote)
        if (price !== null && isMeasured) sent.push({ at: preciseNow(), price })
        return true
      },
      folder,
    )
    try {
      await openCard(market)
      await market.driver.inBanner(market.page, watchCard)
      isMeasured = true
      const ratios: number[] = []
      for (let round = 0; round < Math.ceil(rounds / 3); round++) {
        const before = await market.driver.inExtension<number[]>(roundTrips)
        const first = sent.length
        await pause(measuredMs)
        const seen = (await market.page.evaluate('globalThis.seenPrices')) as readonly Timed[]
        const after = await market.driver.inExtension<number[]>(roundTrips)
        ratios.push(
          percentile95(latencies(sent.slice(first, -1), seen)) / percentile95([...before, ...after]),
        )
      }
      return ratios
    } finally {
      await market.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Of each price that differs from the one before it: how long after it was sent it was shown, ms. */
function latencies(sent: readonly Timed[], seen: readonly Timed[]): readonly number[] {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= (minMove / 2) * b
  const found = sent.slice(1).flatMap(({ at, price }, i) => {
    if (Math.abs(price / sent[i]!.price - 1) < minMove) return []
    const shown = seen.find((each) => each.at >= at && isNear(each.price, price))
    return shown ? shown.at - at : []
  })
  if (found.length < 5) throw new Error(`Only ${found.length} of ${sent.length} prices were shown`)
  return found
}

/** The announced pump at its usual speed up to its peak, then in real time. */
function lastingPump() {
  const [first, second] = announcedPump.legs
  const legs = [first!, { ...second!, until: second!.until - 120_000 }, { until: Infinity, speed: 1 }]
  return openStory({ ...announcedPump, legs })
}

/** Close of a symbol in a frame of all tickers; null in another frame. */
function priceIn(frame: string, symbol: string): number | null {
  const row = new RegExp(`"s":"${symbol}"[^}]*?"c":"([\\d.]+)"`).exec(frame)
  return row && frame.includes('ticker') ? Number(row[1]) : null
}

async function openCard({ driver, page }: TappedMarket): Promise<void> {
  const more = sayIn('en')('action.more')
  for (let tries = 0; !(await bannerText(driver, page)).includes(more); tries++, await pause(pollMs))
    if (tries === maxTries) throw new Error('No card opened')
  await clickInBanner(driver, page, more)
}

/** A copy of the built extension whose worker also sends back what comes through a port named `echo`. */
function folderWithEcho(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-bench-'))
  cpSync(extensionFolder('chrome'), folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    background: { service_worker: string }
  }
  const worker = join(folder, manifest.background.service_worker)
  writeFileSync(worker, `${readFileSync(worker, 'utf8')}\n${echo}\n`)
  return folder
}
