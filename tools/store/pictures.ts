import { mkdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { binance } from '../../src/exchanges/binance.ts'
import { detailsAddress } from '../../src/shared/details-address.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import type { Lang } from '../../src/shared/languages.ts'
import { sayIn } from '../examples/words-in.ts'
import { bannerText, clickInBanner } from '../browsers/banner.ts'
import { retrySources } from '../browsers/retry-sources.ts'
import { launchChromium, type Chromium } from '../browsers/chromium.ts'
import { storedList } from '../browsers/stored-values.ts'
import { startMarketServer } from '../market-server/server.ts'
import { takePicture, takeTile } from './compose.ts'
import { openStillIncident } from './incident.ts'
import type { StorePage } from './store-page.ts'

/** The part of a picture below its caption. */
const viewport = { width: 1280, height: 712 }
const timeoutMs = 240_000

/** Asks again until it is so. @throws Error after four minutes: the market needs one of them */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(300)) if (await isSo()) return
  throw new Error(`${what} did not come within ${timeoutMs / 1000} s`)
}

const base64 = async (page: Page) =>
  await page.screenshot({ encoding: 'base64', captureBeyondViewport: false })

/** A page of the extension, as wide as a picture. */
async function takeExtensionPage(chromium: Chromium, path: string, ready: string): Promise<string> {
  const address = await chromium.inExtension<string>(`chrome.runtime.getURL(${JSON.stringify(path)})`)
  const page = await chromium.browser.newPage()
  await page.setViewport(viewport)
  await page.goto(address)
  await page.waitForSelector(ready, { timeout: timeoutMs })
  await page.waitForNetworkIdle({ idleTime: 1_000, timeout: 15_000 }).catch(() => undefined)
  const png = await base64(page)
  await page.close()
  return png
}

/**
 * Writes the five pictures and the tile of a language, taken of the running extension over the incident of 2018-07-04.
 *
 * @param lang language of the extension in them, where it has that of the store page
 */
export async function takePictures(store: StorePage, lang: Lang, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const say = sayIn(lang)
  const { scenario, begin } = openStillIncident()
  const server = await startMarketServer({ scenario })
  const chromium = await launchChromium({ port: server.port, timeZone: 'Asia/Tokyo' })
  try {
    const settings = { ...defaultSettings, language: lang, welcomed: true, countryNotice: false }
    await chromium.inExtension(`chrome.storage.sync.set(${JSON.stringify({ settings })})`)
    const page = await chromium.open(binance.pageOf(scenario.page, 'en'))
    await page.setViewport(viewport)
    const banner = () => bannerText(chromium, page)
    const own = async () =>
      (await storedList(chromium, 'episodes')).find(({ base }) => base === scenario.page.base)
    await until('the first prices', async () =>
      (await storedList(chromium, 'venues')).some(({ receivedAt }) => receivedAt !== null),
    )
    begin()
    await until('the trade at 96 BTC', async () => ((await own())?.strayPrint ?? null) !== null)
    await until('the warning', async () =>
      (await banner()).toLowerCase().includes(say('kind.stray-print').toLowerCase()),
    )
    // The story has outrun the official sources: what they say is as old as the market's first minutes.
    await retrySources(chromium)
    await pause(3_000)
    const brief = await base64(page)
    await clickInBanner(chromium, page, say('action.more'))
    await until('the whole card', async () => (await banner()).includes(say('headline.pair')))
    await pause(500)
    const whole = await base64(page)
    const open = await chromium.popup()
    await pause(1_000)
    await open.screenshot(`${folder}/popup.png`)
    await open.close()
    const popup = readFileSync(`${folder}/popup.png`, 'base64')
    const { id = '' } = (await own()) ?? {}
    const details = await takeExtensionPage(chromium, detailsAddress(id), '.panel.timeline')
    const options = await takeExtensionPage(chromium, 'src/options/index.html', '#sensitivity')
    const icon = readFileSync('public/icons/app-128.png', 'base64')
    const shots = [
      { picture: brief },
      { picture: whole },
      { picture: brief, over: popup },
      { picture: details },
      { picture: options },
    ]
    for (const [i, shot] of shots.entries()) {
      const caption = store.captions[i] ?? ''
      const composition = { language: store.language, caption, icon, ...shot }
      await takePicture(chromium.browser, composition, `${folder}/${i + 1}.png`)
    }
    const { Name: name, Summary: summary } = store.parts
    await takeTile(chromium.browser, [store.language, icon, name, summary], `${folder}/tile.png`)
  } finally {
    await chromium.close()
    await server.close()
  }
}
