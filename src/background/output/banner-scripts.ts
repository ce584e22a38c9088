import type { Scripting } from 'webextension-polyfill'
import { bannerFile } from '../../shared/banner-file.ts'
import { chartPagesFile } from '../../shared/chart-pages-file.ts'
import { bannerTextsFile } from '../../shared/banner-texts-file.ts'
import type { Lang } from '../../shared/languages.ts'
import { browser } from '../../shared/web-extension.ts'
import { browserAnswer } from '../storage/browser-answer.ts'
import type { WatchedSite } from '../venues/permissions.ts'

const answer = <T>(call: Promise<T>) => browserAnswer('pages', call)

/** The script that watches a page, and the pages the manifest runs it on, as they were built. */
function builtWatch(): { readonly js: string[]; readonly matches: readonly string[] } {
  const scripts = browser.runtime.getManifest().content_scripts ?? []
  return {
    js: scripts.flatMap(({ js = [] }) => js).map(pathOf),
    matches: scripts.flatMap(({ matches }) => matches),
  }
}

/** Firefox gives the manifest's files as URLs, but accepts only paths. */
const pathOf = (file: string) => new URL(file, 'https://extension').pathname.slice(1)

/** The script that watches a page, after the one that pages of chart sites get first. */
const watchOf = (isChart: boolean) => [...(isChart ? [chartPagesFile] : []), ...builtWatch().js]

type Script = Scripting.RegisteredContentScript

/** The scripts to be registered: pages that the manifest names are watched by it. */
function scriptsFor(sites: readonly WatchedSite[]): readonly Script[] {
  const { matches } = builtWatch()
  return sites
    .filter(({ pages }) => !pages.every((page) => matches.includes(page)))
    .map(({ id, isChart, pages }) => ({
      id: `banner-${id}`,
      js: watchOf(isChart),
      matches: [...pages],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    }))
}

/**
 * Registers the script that watches a page for the pages of these sites and no others, in this and every later
 * session. What an earlier version registered besides is taken back.
 */
export async function registerWatch(sites: readonly WatchedSite[]): Promise<void> {
  const wanted = scriptsFor(sites)
  const present = await answer(browser.scripting.getRegisteredContentScripts())
  // An update may have moved the file or the pages.
  const isSame = (a: Script, b: Script) =>
    a.id === b.id &&
    haveSameMembers(a.matches ?? [], b.matches ?? []) &&
    haveSameMembers((a.js ?? []).map(pathOf), (b.js ?? []).map(pathOf))
  const upToDate = wanted.filter((script) => present.some((each) => isSame(each, script)))
  const ids = present.map(({ id }) => id).filter((id) => !upToDate.some((script) => script.id === id))
  if (ids.length > 0) await answer(browser.scripting.unregisterContentScripts({ ids }))
  const missing = wanted.filter((script) => !upToDate.includes(script))
  if (missing.length > 0) await answer(browser.scripting.registerContentScripts([...missing]))
}

/** Runs the banner in a tab, in place of what runs there; its texts first, but for English, which is built in. */
export function injectBanner(tabId: number | undefined, lang: Lang): void {
  if (tabId !== undefined) inject(tabId, [...(lang === 'en' ? [] : [bannerTextsFile(lang)]), bannerFile])
}

/** Watches the page of a tab, in place of what runs there. */
export function injectWatch(tabId: number, isChart: boolean): void {
  inject(tabId, watchOf(isChart))
}

function inject(tabId: number, files: string[]): void {
  // It rejects for a tab that closes meanwhile or shows an error page: there is nothing to warn about there.
  // Not awaited: in a frozen tab the script runs when the tab is looked at again.
  void browser.scripting.executeScript({ target: { tabId }, files }).catch(() => undefined)
}

/** Watches tabs of these sites that are open already, except where our script runs. */
async function watchOpenPages(sites: readonly WatchedSite[], running: ReadonlySet<number>): Promise<void> {
  for (const isChart of [false, true]) {
    const pages = sites.filter((site) => site.isChart === isChart).flatMap((site) => site.pages)
    // An empty list would be every tab.
    const tabs = pages.length === 0 ? [] : await answer(browser.tabs.query({ url: pages }))
    for (const { id } of tabs) if (id !== undefined && !running.has(id)) injectWatch(id, isChart)
  }
}

/** Key in storage.session of the sites whose open pages are watched. */
const sessionKey = 'bannerSites'

/**
 * Watches all pages of these sites, those included that are open already. When the extension is
 * installed, updated or enabled, the browser runs its scripts in no open page, those of the manifest included, and
 * ends those of the version before; at the same moments it empties storage.session. What that store does not name
 * has therefore still to be reached.
 *
 * @param running ids of the tabs in which our script runs
 */
export async function watchPages(sites: readonly WatchedSite[], running: ReadonlySet<number>): Promise<void> {
  // Open pages are reached also where the browser cannot register scripts.
  await registerWatch(sites).catch((error: unknown) => console.warn('Keiho could not register', error))
  // Without an answer all pages count as unreached: a script that runs already is replaced.
  const { [sessionKey]: reached } = await answer(browser.storage.session.get(sessionKey)).catch(
    () => ({}) as never,
  )
  const isReached = ({ id }: WatchedSite) => Array.isArray(reached) && reached.includes(id)
  const others = sites.filter((site) => !isReached(site))
  if (others.length > 0) await watchOpenPages(others, running)
  await answer(browser.storage.session.set({ [sessionKey]: sites.map(({ id }) => id) }))
}

const haveSameMembers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
