import { writeFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'
import type { Page } from 'puppeteer-core'
import { bidiOf } from './bidi.ts'
import type { Bidi } from './bidi.ts'
import type { Driver, LaunchOptions, ExtensionPage } from './driver.ts'
import { executable } from './executable.ts'
import { extensionFolder } from './extension-folder.ts'
import { inFirefoxBanner } from './firefox-banner.ts'
import { firefoxManager } from './firefox-manager.ts'
import { installInProfile, profilePreferences } from './firefox-profile.ts'
import { openTunnel } from './tunnel.ts'

// Firefox assigns each add-on a random UUID at install; fixed here so that its pages can be addressed.
const uuid = '6f3a7c52-8d0e-4f5b-9a41-7e2c1b90d3f6'

/** Preferences that route every host to the market server through the tunnel. */
function preferences(tunnelPort: number | undefined): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ 'keiho@keiho.app': uuid }),
    // The JSON viewer would take manifest.json over from the extension.
    'devtools.jsonview.enabled': false,
    // Pages go to the back/forward cache as for a trader; drivers switch it off.
    'fission.bfcacheInParent': true,
    ...(tunnelPort !== undefined && {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': tunnelPort,
    }),
  }
}

/** Opens an extension page in a tab and returns its browsing context. */
async function createPageContext(bidi: Bidi, path: string): Promise<string> {
  const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })
  const url = `moz-extension://${uuid}/${path}`
  // The tab changes its process, and Firefox never reports that such a navigation is complete.
  await bidi.send('browsingContext.navigate', { context, url, wait: 'none' })
  const there = 'function () { return document.readyState === "complete" && location.href }'
  const until = Date.now() + 10_000
  while (Date.now() < until) {
    const href = await bidi.call<string | false>(context, there).catch(() => false)
    if (href === url) return context
  }
  throw new Error(`Firefox did not open ${url}`)
}

/** Starts Firefox with dist/firefox installed: as a temporary add-on in a new profile, or for good in a given one. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Driver> {
  const { port, headless = true, extension = extensionFolder('firefox'), profile } = options
  if (profile !== undefined) installInProfile(profile, extension)
  const tunnel = port === undefined ? undefined : await openTunnel(port)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless,
    acceptInsecureCerts: port !== undefined,
    defaultViewport: { width: 1440, height: 900 },
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences(tunnel?.port), ...profilePreferences },
    ...(profile !== undefined && { userDataDir: profile }),
  })
  if (profile === undefined) await browser.installExtension(extension)
  const bidi = bidiOf(browser)
  const contexts = new WeakMap<Page, string>()
  let inside: Promise<string> | undefined

  async function inExtension<T>(expression: string): Promise<T> {
    inside ??= createPageContext(bidi, 'manifest.json')
    return bidi.call<T>(await inside, `function () { return ${expression} }`)
  }
  async function open(url: string): Promise<Page> {
    await inExtension('true')
    const page = await browser.newPage()
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    const tree = await bidi.send<{ contexts: { context: string; url: string }[] }>(
      'browsingContext.getTree',
      {},
    )
    const context = tree.contexts.findLast((each) => each.url === page.url())
    if (context) contexts.set(page, context.context)
    return page
  }
  async function inBanner<T>(page: Page, source: string): Promise<T[]> {
    const context = contexts.get(page)
    return context === undefined ? [] : inFirefoxBanner<T>(bidi, context, source)
  }
  async function openExtensionPage(path: string): Promise<ExtensionPage> {
    const context = await createPageContext(bidi, path.replace(/^\//, ''))
    return {
      text: () => bidi.call<string>(context, 'function () { return document.body.innerText }'),
      evaluate: <T>(expression: string) => bidi.call<T>(context, `function () { return ${expression} }`),
      async screenshot(path) {
        const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })
        await writeFile(path, Buffer.from(data, 'base64'))
      },
      async close() {
        await bidi.send('browsingContext.close', { context })
      },
    }
  }
  async function close(): Promise<void> {
    await browser.close()
    tunnel?.close()
  }
  /** In a tab: the real panel belongs to Firefox's own window, which BiDi cannot reach. */
  const popup = () => openExtensionPage('src/popup/index.html')
  const manager = firefoxManager(browser, bidi, () => void (inside = undefined))
  return { open, inBanner, inExtension, openExtensionPage, popup, manager, close }
}
