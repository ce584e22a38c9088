import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import type { Browser, Page } from 'puppeteer-core'
import { inChromiumBanner } from './chromium-banner.ts'
import { chromiumManager, type ChromiumManager } from './chromium-manager.ts'
import { installedId, keepExtensions, prepareProfile } from './chromium-profile.ts'
import type { Driver, LaunchOptions, ExtensionPage } from './driver.ts'
import { executable } from './executable.ts'
import { extensionFolder } from './extension-folder.ts'

const viewport = { width: 1440, height: 900 }

/** The Chromium driver can also stop the service worker. */
export interface Chromium extends Driver {
  readonly browser: Browser
  readonly manager: ChromiumManager
  /** Stops the service worker as Chromium does when it is idle. */
  killWorker(): Promise<void>
  /** Names the present run of the service worker: another name is another start; null while none runs. */
  workerRun(): Promise<string | null>
}

/** Switches for a browser that connects to nothing but the market server, also when run as root. */
function switches({ port, headless, lang }: LaunchOptions): string[] {
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Background tabs must go on: the trading page is watched while the popup is open.
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    `--lang=${lang ?? 'en'}`,
  ]
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // Chromium fits popups into the screen, which is small without a window.
  const hidden = headless === false ? [] : ['--disable-gpu', '--screen-info={1920x1200}']
  const size = '--window-size=1440,1000'
  const mapped =
    port === undefined
      ? []
      : ['--disable-quic', '--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${port}`]
  return [...quiet, size, ...root, ...hidden, ...mapped]
}

/** Whether the extension has a worker, which opens the welcome page in a new profile. */
function hasWorker(folder: string): boolean {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { background?: object }
  return manifest.background !== undefined
}

/** Closes the welcome page of a new profile: it would open in front of another page at an arbitrary moment. */
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.url().endsWith('/src/welcome/index.html'))
  await (await target.page())?.close()
}

/** Starts Chromium with dist/chrome installed, in a profile of its own unless one is given. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const { profile } = options
  if (profile !== undefined) prepareProfile(profile)
  const browser = await puppeteer.launch({
    executablePath: executable('chromium'),
    headless: options.headless ?? true,
    enableExtensions: true,
    pipe: true,
    defaultViewport: options.headless === false ? null : viewport,
    args: switches(options),
    // Puppeteer hides them without a window.
    ...(options.scrollbars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
    // Linux takes the language from here, not from --lang.
    env: {
      ...process.env,
      LANGUAGE: options.lang ?? 'en',
      ...(options.timeZone && { TZ: options.timeZone }),
    },
    ...(profile !== undefined && { userDataDir: profile }),
    handleSIGINT: false,
    handleSIGTERM: false,
  })
  const folder = options.extension ?? extensionFolder('chrome')
  const known = profile === undefined ? undefined : installedId(profile, folder)
  const id = known ?? (await browser.installExtension(folder))
  if (hasWorker(folder) && known === undefined) await closeWelcome(browser)
  let inside: Promise<Page> | undefined

  // Any extension page has its APIs. Not the worker, since an attached debugger would keep it alive; the
  // manifest, since no extension code runs in it.
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
    // The empty tab a browser starts with is reused.
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
  async function close(): Promise<void> {
    await browser.close()
    if (profile !== undefined) keepExtensions(profile)
  }
  /** Not by closing its target: an attached debugger may hold the next worker before its first line. */
  async function killWorker(): Promise<void> {
    inside ??= blankExtensionPage()
    const session = await (await inside).createCDPSession()
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await session.detach()
  }
  return {
    browser,
    open,
    inBanner: inChromiumBanner,
    inExtension,
    openExtensionPage,
    popup,
    manager: chromiumManager(browser, id, () => void (inside = undefined)),
    killWorker,
    async workerRun() {
      const contexts = "chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })"
      const [run] = await inExtension<{ contextId: string }[]>(contexts)
      return run?.contextId ?? null
    },
    close,
  }
}
