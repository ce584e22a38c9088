import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import type { Browser, Page } from 'puppeteer-core'
import { inChromiumBanner } from './chromium-banner.ts'
import type { Driver, LaunchOptions, ExtensionPage } from './driver.ts'
import { executable } from './executable.ts'
import { extensionFolder } from './extension-folder.ts'

const viewport = { width: 1440, height: 900 }

/** Chromium can do more than Firefox: its worker can be stopped. */
export interface Chromium extends Driver {
  readonly browser: Browser
  /** Stops the service worker as Chromium does when it is idle. */
  killWorker(): Promise<void>
  /** Whether the service worker runs now. */
  workerRuns(): boolean
}

/** Switches for a browser that speaks to nobody but the market server, and starts as root too. */
function switches({ port, headless, lang }: LaunchOptions): string[] {
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A tab behind another one shall go on: the trading page is watched while the popup is open.
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    `--lang=${lang ?? 'en'}`,
  ]
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // Chromium fits popups into the screen, which without a window is a small one.
  const hidden = headless === false ? [] : ['--disable-gpu', '--hide-scrollbars', '--screen-info={1920x1200}']
  const size = '--window-size=1440,1000'
  const mapped =
    port === undefined
      ? []
      : ['--disable-quic', '--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${port}`]
  return [...quiet, size, ...root, ...hidden, ...mapped]
}

/** Whether anything of the extension runs by itself, and so greets a new profile. */
function hasWorker(folder: string): boolean {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { background?: object }
  return manifest.background !== undefined
}

/** Closes the page that greets every new profile: it would come before another page at a moment of its own. */
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.url().endsWith('/src/welcome/index.html'))
  await (await target.page())?.close()
}

/** Starts Chromium with dist/chrome installed in a profile of its own. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const browser = await puppeteer.launch({
    executablePath: executable('chromium'),
    headless: options.headless ?? true,
    enableExtensions: true,
    pipe: true,
    defaultViewport: options.headless === false ? null : viewport,
    args: switches(options),
    // Linux takes the language from here, not from --lang.
    env: {
      ...process.env,
      LANGUAGE: options.lang ?? 'en',
      ...(options.timeZone && { TZ: options.timeZone }),
    },
    handleSIGINT: false,
    handleSIGTERM: false,
  })
  const folder = options.extension ?? extensionFolder('chrome')
  const id = await browser.installExtension(folder)
  if (hasWorker(folder)) await closeWelcome(browser)
  let inside: Promise<Page> | undefined
  const isWorker = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().includes(id)

  // Any page of the extension has its APIs. A page rather than the worker, since an attached
  // debugger would keep the worker alive; the manifest, since nothing of ours runs in it.
  async function blankExtensionPage(): Promise<Page> {
    const page = await browser.newPage({ background: true })
    await page.goto(`chrome-extension://${id}/manifest.json`)
    return page
  }
  async function inExtension<T>(expression: string): Promise<T> {
    inside ??= blankExtensionPage()
    return (await (await inside).evaluate(expression)) as T
  }
  async function open(url: string): Promise<Page> {
    // The empty tab a browser starts with is as good as a new one.
    const [first] = await browser.pages()
    const page = first?.url() === 'about:blank' ? first : await browser.newPage()
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    // The welcome page may have opened meanwhile.
    await page.bringToFront()
    return page
  }
  async function popup(): Promise<ExtensionPage> {
    const url = `chrome-extension://${id}/src/popup/index.html`
    await inExtension('chrome.action.openPopup()')
    return pageOf(await (await browser.waitForTarget((target) => target.url() === url)).asPage())
  }
  async function openExtensionPage(path: string): Promise<ExtensionPage> {
    const page = await browser.newPage()
    await page.goto(`chrome-extension://${id}${path}`)
    return pageOf(page)
  }
  async function pageOf(page: Page): Promise<ExtensionPage> {
    await page.waitForSelector('body *')
    return {
      text: async () => (await page.evaluate('document.body.innerText')) as string,
      evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
      screenshot: async (path) => void (await page.screenshot({ path })),
      close: () => page.close(),
    }
  }
  async function killWorker(): Promise<void> {
    const worker = await (await browser.waitForTarget(isWorker)).worker()
    await worker?.close()
  }
  return {
    browser,
    open,
    inBanner: inChromiumBanner,
    inExtension,
    openExtensionPage,
    popup,
    killWorker,
    workerRuns: () => browser.targets().some(isWorker),
    close: () => browser.close(),
  }
}
