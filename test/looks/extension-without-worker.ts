import type { Page } from 'puppeteer-core'
import { bannerTextsFile } from '../../src/shared/banner-texts-file.ts'
import type { Lang } from '../../src/shared/languages.ts'
import type { Queries } from '../../src/shared/messages/queries.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import { chartPages, folderWithoutWorker } from './folder-without-worker.ts'

/** Results of queries; a query without one stays unanswered. */
export type Answers = { readonly [K in keyof Queries]?: Queries[K]['answer'] }

/** The built extension in Chromium, with the data that a test stores. */
export interface ExtensionWithoutWorker {
  /** Opens an empty tab in the foreground, with reduced motion. */
  open(): Promise<Page>
  /** Address of a page of the extension. */
  address(path: string): string
  /** Replaces everything in storage. */
  store(values: object): Promise<void>
  /** Stores values in addition to the present ones. */
  add(values: object): Promise<void>
  answer(answers: Answers): Promise<void>
  /** Has pages that are loaded from now on bring the banner's texts of a language, as the worker does with the banner. */
  bringTexts(lang: Lang): Promise<void>
  close(): Promise<void>
}

// Runs in a page of the extension and answers the queries of other pages in place of the worker.
const answerQueries = `(() => {
  globalThis.answers = {}
  chrome.runtime.onMessage.addListener(({ query }, _, send) => {
    if (query in answers) send({ answer: answers[query] })
  })
  chrome.runtime.onConnect.addListener(() => undefined)
})()`

/**
 * Starts Chromium with the extension without its worker. `port` is that of the market server; scrollbars take room
 * where that is asked for.
 */
export async function openExtensionWithoutWorker(
  port?: number,
  scrollbars = false,
): Promise<ExtensionWithoutWorker> {
  const driver = await launchChromium({
    extension: folderWithoutWorker(),
    timeZone: 'Asia/Tokyo',
    scrollbars,
    ...(port !== undefined && { port }),
  })
  const run = (expression: string) => driver.inExtension<unknown>(`${expression}, undefined`)
  await run(answerQueries)
  const id = await driver.inExtension<string>('chrome.runtime.id')
  const add = async (values: object) => {
    await driver.inExtension(`chrome.storage.local.set(${JSON.stringify(values)})`)
  }
  return {
    async open() {
      const page = await driver.open('about:blank')
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
      return page
    },
    address: (path) => `chrome-extension://${id}/${path}`,
    add,
    async store(values) {
      await driver.inExtension('chrome.storage.local.clear()')
      await add(values)
    },
    answer: async (answers) => void (await run(`answers = ${JSON.stringify(answers)}`)),
    async bringTexts(lang) {
      const script = {
        id: 'banner-texts',
        js: [bannerTextsFile(lang)],
        matches: ['https://www.binance.com/*', ...chartPages],
        runAt: 'document_start',
      }
      const scripts = lang === 'en' ? [] : [script]
      await driver.inExtension(`chrome.scripting.unregisterContentScripts()
        .then(() => chrome.scripting.registerContentScripts(${JSON.stringify(scripts)}))`)
    },
    close: () => driver.close(),
  }
}

/** Resolves after the next paint. */
export async function nextPaint(page: Page): Promise<void> {
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))',
  )
}
