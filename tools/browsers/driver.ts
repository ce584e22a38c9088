import type { Page } from 'puppeteer-core'

/** How a browser is started. */
export interface LaunchOptions {
  /** Port of the local market server that serves every host; without it the real hosts are used. */
  readonly port?: number
  /** False opens a window. */
  readonly headless?: boolean
  /** Whether scrollbars take room, as on most desktops; without a window they are hidden by default. */
  readonly scrollbars?: boolean
  /** Language of the browser, where its packs are installed. */
  readonly lang?: 'en' | 'ja'
  /** Folder of the built extension; dist/<browser> by default. */
  readonly extension?: string
  /** Folder of a profile that outlives the browser, with Keiho installed for good; by default a new one. */
  readonly profile?: string
  /** Time zone of the trader; this machine's own by default. */
  readonly timeZone?: string
}

/** A page of the extension while it is open. */
export interface ExtensionPage {
  /** Its visible text. */
  text(): Promise<string>
  /** Value of an expression in it. Promises are awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Writes a PNG. */
  screenshot(path: string): Promise<void>
  close(): Promise<void>
}

/** What a trader does on the browser's page of extensions. The open pages of Keiho are closed by it. */
export interface ExtensionManager {
  /** Installs a built folder: anew, or as an update over the version before. */
  install(folder: string): Promise<void>
  uninstall(): Promise<void>
  /** Switches the extension on or off. */
  setEnabled(isEnabled: boolean): Promise<void>
}

/** A browser with Keiho in it: what the tests and `npm start` can do in Chromium as in Firefox. */
export interface Driver {
  /** Opens a page in the foreground, 1440 × 900. */
  open(url: string): Promise<Page>
  /**
   * Runs a function, given as source text, on each top element inside the page's closed shadow
   * roots, as `this`. The page itself cannot do that.
   */
  inBanner<T>(page: Page, source: string): Promise<T[]>
  /** Evaluates an expression in an extension page, where `chrome` is available. Promises are awaited. */
  inExtension<T>(expression: string): Promise<T>
  /** Opens an extension page in a tab; `path` is that in the package, including the URL fragment. */
  openExtensionPage(path: string): Promise<ExtensionPage>
  /** Opens the popup over the page in the foreground. */
  popup(): Promise<ExtensionPage>
  readonly manager: ExtensionManager
  /** Closes the browser and removes its profile, unless it was given. */
  close(): Promise<void>
}
