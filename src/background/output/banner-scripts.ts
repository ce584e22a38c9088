import browser from 'webextension-polyfill'
import type { Site } from '../../exchanges/exchange.ts'
import { browserAnswer } from '../storage/browser-answer.ts'

const answer = <T>(call: Promise<T>) => browserAnswer('pages', call)

/** The banner's script and the pages the manifest runs it on, as they were built. */
function builtBanner(): { readonly js: string[]; readonly matches: readonly string[] } {
  const scripts = browser.runtime.getManifest().content_scripts ?? []
  return {
    js: scripts.flatMap(({ js = [] }) => js).map(pathOf),
    matches: scripts.flatMap(({ matches }) => matches),
  }
}

/** Firefox gives the manifest's files as URLs, but accepts only paths. */
const pathOf = (file: string) => new URL(file, 'https://extension').pathname.slice(1)

const idOf = (site: Site) => `banner-${site.id}`

/**
 * Registers the banner for the pages of these venues and no others, in this and every later session. Pages that
 * the manifest names need no registration.
 */
export async function registerBanners(sites: readonly Site[]): Promise<void> {
  const { js, matches } = builtBanner()
  const wanted = sites.filter(({ pages }) => !pages.every((page) => matches.includes(page)))
  const present = await answer(browser.scripting.getRegisteredContentScripts())
  // An update may have moved the file or the pages.
  const isUpToDate = (site: Site) =>
    present.some(
      (script) =>
        script.id === idOf(site) &&
        haveSameMembers(script.matches ?? [], site.pages) &&
        haveSameMembers((script.js ?? []).map(pathOf), js),
    )
  const upToDate = wanted.filter(isUpToDate)
  const ids = present.map(({ id }) => id).filter((id) => !upToDate.some((site) => idOf(site) === id))
  if (ids.length > 0) await answer(browser.scripting.unregisterContentScripts({ ids }))
  const missing = wanted.filter((site) => !upToDate.includes(site))
  if (missing.length === 0) return
  const scripts = missing.map((site) => ({
    id: idOf(site),
    js,
    matches: [...site.pages],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }))
  await answer(browser.scripting.registerContentScripts(scripts))
}

/** Runs the banner in a tab, in place of one that runs there. */
export function injectBanner(tabId: number): void {
  // It rejects for a tab that closes meanwhile or shows an error page: there is nothing to warn about there.
  // Not awaited: in a frozen tab the script runs when the tab is looked at again.
  void browser.scripting.executeScript({ target: { tabId }, files: builtBanner().js }).catch(() => undefined)
}

/** Runs the banner in tabs of these venues that are open already, except where it runs. */
async function injectBanners(sites: readonly Site[], running: ReadonlySet<number>): Promise<void> {
  const tabs = await answer(browser.tabs.query({ url: sites.flatMap(({ pages }) => [...pages]) }))
  for (const { id } of tabs) if (id !== undefined && !running.has(id)) injectBanner(id)
}

/** Key in storage.session of the venues whose open pages have the banner. */
const sessionKey = 'bannerSites'

/**
 * Runs the banner on all pages of these venues, those included that are open already. When the extension is
 * installed, updated or enabled, the browser runs its scripts in no open page, those of the manifest included, and
 * ends those of the version before; at the same moments it empties storage.session. What that store does not name
 * has therefore still to be reached.
 *
 * @param running ids of the tabs whose banner runs
 */
export async function runBanners(sites: readonly Site[], running: ReadonlySet<number>): Promise<void> {
  // Open pages are reached also where the browser cannot register scripts.
  await registerBanners(sites).catch((error: unknown) => console.warn('Keiho could not register', error))
  // Without an answer all pages count as unreached: a banner that runs already is replaced.
  const { [sessionKey]: reached } = await answer(browser.storage.session.get(sessionKey)).catch(
    () => ({}) as never,
  )
  const isReached = ({ id }: Site) => Array.isArray(reached) && reached.includes(id)
  const others = sites.filter((site) => !isReached(site))
  if (others.length > 0) await injectBanners(others, running)
  await answer(browser.storage.session.set({ [sessionKey]: sites.map(({ id }) => id) }))
}

const haveSameMembers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
