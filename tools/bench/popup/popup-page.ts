import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type Horizon, rowWithPrice, rowWithEpisode } from '../../../src/background/storage/episode-row.ts'
import { launchChromium } from '../../browsers/chromium.ts'
import { extensionFolder } from '../../browsers/extension-folder.ts'
import { episode, venue } from '../../examples/made-up.ts'

/** Nothing listens on this port: the popup shows stored values only, so that nothing else is measured. */
const deadPort = 9
const flaggedPairs = 200
const pastEpisodes = 10_000
const settleMs = 150

const popup = 'src/popup/index.html'
const empty = 'empty.html'

/** Time when the first list (or the content of an empty page) was drawn, wall clock, ms. */
const probe = `(() => {
  const look = () => {
    if (!document.querySelector('.row, #empty')) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => (globalThis.drawnAt = performance.timeOrigin + performance.now())))
  }
  look()
})()`

/**
 * A browser with many flagged pairs and a long history, whose toolbar button opens the popup or an empty page.
 */
export interface PopupPage {
  /** Clicks the button; returns the page and the time until it was drawn, ms. */
  open(which: 'popup' | 'empty'): Promise<{ readonly page: Page; readonly ms: number }>
  close(): Promise<void>
}

/** A copy of the built extension with an additional empty page; both report when they were drawn. */
function probedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-bench-'))
  cpSync(extensionFolder('chrome'), folder, { recursive: true })
  const script = '<script src="/probe.js"></script>'
  const size = 'width: 368px; height: 568px'
  writeFileSync(join(folder, 'probe.js'), probe)
  writeFileSync(
    join(folder, empty),
    `<!doctype html><head>${script}</head><body style="${size}"><p id="empty">.`,
  )
  const page = readFileSync(join(folder, popup), 'utf8')
  writeFileSync(join(folder, popup), page.replace('<head>', `<head>${script}`))
  return folder
}

/** A history row with all its later prices. */
function pastRow(): object {
  const settled = episode({ phase: 'settled' })
  const horizons: readonly Horizon[] = ['after15min', 'after1h', 'after24h']
  return horizons.reduce(
    (row, horizon) => rowWithPrice(row, horizon, settled.startPrice),
    rowWithEpisode(undefined, settled, Date.now()),
  )
}

/** Source text: stores many copies of one history row, once the worker has created the database. */
const fillHistory = (row: object) => `(async () => {
  const made = async () => (await indexedDB.databases()).some(({ name }) => name === 'keiho')
  while (!(await made())) await new Promise((done) => setTimeout(done, 50))
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('keiho')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
  const work = db.transaction('episodes', 'readwrite')
  const row = ${JSON.stringify(row)}
  for (let i = 0; i < ${pastEpisodes}; i++)
    work.objectStore('episodes').put({ ...row, id: 'past:' + i, startedAt: row.startedAt - i * 60_000 })
  await new Promise((done, fail) => Object.assign(work, { oncomplete: done, onerror: () => fail(work.error) }))
  db.close()
})()`

/** Starts Chromium with the built extension. @throws Error where it has not been built */
export async function openPopupPage(): Promise<PopupPage> {
  const folder = probedFolder()
  const driver = await launchChromium({ port: deadPort, extension: folder })
  const episodes = Array.from({ length: flaggedPairs }, (_, i) =>
    episode({ id: `binance:COIN${i}`, base: `COIN${i}`, symbol: `COIN${i}BTC` }),
  )
  const values = JSON.stringify({ episodes: JSON.stringify(episodes), venues: [venue()] })
  await driver.inExtension(fillHistory(pastRow()))
  const id = await driver.inExtension<string>(
    `chrome.storage.local.set(${values}).then(() => chrome.runtime.id)`,
  )
  return {
    async open(which) {
      const path = which === 'popup' ? popup : empty
      await driver.inExtension(`chrome.action.setPopup({ popup: '${path}' }).then(() => null)`)
      await new Promise((done) => setTimeout(done, settleMs))
      const pressedAt = await driver.inExtension<number>(`(() => {
        const at = performance.timeOrigin + performance.now()
        return chrome.action.openPopup().then(() => at)
      })()`)
      const url = `chrome-extension://${id}/${path}`
      const page = await (await driver.browser.waitForTarget((target) => target.url() === url)).asPage()
      const drawnAt = await (await page.waitForFunction('globalThis.drawnAt')).jsonValue()
      return { page, ms: (drawnAt as number) - pressedAt }
    },
    async close() {
      await driver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
