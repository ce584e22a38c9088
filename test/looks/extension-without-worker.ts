import type { Page } from 'puppeteer-core'
import type { Queries } from '../../src/shared/messages/queries.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import { folderWithoutWorker } from './folder-without-worker.ts'

/** What the pages are told when they ask; a question that is not named stays without an answer. */
export type Answers = { readonly [K in keyof Queries]?: Queries[K]['answer'] }

/** The built extension in Chromium, showing what a test stores. */
export interface ExtensionWithoutWorker {
  /** An empty page in front, in which nothing moves. */
  open(): Promise<Page>
  /** Address of a page of the extension. */
  address(path: string): string
  /** Puts values in the place of all that was stored before. */
  store(values: object): Promise<void>
  /** Stores values beside the others. */
  add(values: object): Promise<void>
  answer(answers: Answers): Promise<void>
  close(): Promise<void>
}

// Runs in a page of the extension, which hears what other pages ask as the worker would.
const answerQueries = `(() => {
  globalThis.answers = {}
  chrome.runtime.onMessage.addListener(({ query }, _, send) => {
    if (query in answers) send({ answer: answers[query] })
  })
  chrome.runtime.onConnect.addListener(() => undefined)
})()`

/** Starts Chromium with the extension without its worker. `port`: of the market server. */
export async function openExtensionWithoutWorker(port?: number): Promise<ExtensionWithoutWorker> {
  const driver = await launchChromium({
    extension: folderWithoutWorker(),
    timeZone: 'Asia/Tokyo',
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
    close: () => driver.close(),
  }
}

/** Resolves when the page has drawn what it has. */
export async function nextPaint(page: Page): Promise<void> {
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))',
  )
}
