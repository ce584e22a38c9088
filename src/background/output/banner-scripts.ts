import type { Scripting } from 'webextension-polyfill'
import type { Site } from '../../exchanges/exchange.ts'
import { bannerFile } from '../../shared/banner-file.ts'
import { bannerTextsFile } from '../../shared/banner-texts-file.ts'
import type { Lang } from '../../shared/languages.ts'
import { browser } from '../../shared/web-extension.ts'
import { browserAnswer } from '../storage/browser-answer.ts'

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

type Script = Scripting.RegisteredContentScript

/** The scripts to be registered: pages that the manifest names are watched by it. */
function scriptsFor(sites: readonly Site[]): readonly Script[] {
  const { js, matches } = builtWatch()
  return sites
    .filter(({ pages }) => !pages.every((page) => matches.includes(page)))
    .map(({ id, pages }) => ({
      id: `banner-${id}`,
      js,
      matches: [...pages],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    }))
}

/**
 * Registers the script that watches a page for the pages of these venues and no others, in this and every later
 * session. What an earlier version registered besides is taken back.
 */
export async function registerWatch(sites: readonly Site[]): Promise<void> {
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
export function injectWatch(tabId: number): void {
  inject(tabId, builtWatch().js)
}

function inject(tabId: number, files: string[]): void {
  // It rejects for a tab that closes meanwhile or shows an error page: there is nothing to warn about there.
  // Not awaited: in a frozen tab the script runs when the tab is looked at again.
  void browser.scripting.executeScript({ target: { tabId }, files }).catch(() => undefined)
}

/** Watches tabs of these venues that are open already, except where our script runs. */
async function watchOpenPages(sites: readonly Site[], running: ReadonlySet<number>): Promise<void> {
  const tabs = await answer(browser.tabs.query({ url: sites.flatMap(({ pages }) => [...pages]) }))
  for (const { id } of tabs) if (id !== undefined && !running.has(id)) injectWatch(id)
}

/** Key in storage.session of the venues whose open pages are watched. */
const sessionKey = 'bannerSites'

/**
 * Watches all pages of these venues, those included that are open already. When the extension is
 * installed, updated or enabled, the browser runs its scripts in no open page, those of the manifest included, and
 * ends those of the version before; at the same moments it empties storage.session. What that store does not name
 * has therefore still to be reached.
 *
 * @param running ids of the tabs in which our script runs
 */
export async function watchPages(sites: readonly Site[], running: ReadonlySet<number>): Promise<void> {
  // Open pages are reached also where the browser cannot register scripts.
  await registerWatch(sites).catch((error: unknown) => console.warn('Keiho could not register', error))
  // Without an answer all pages count as unreached: a script that runs already is replaced.
  const { [sessionKey]: reached } = await answer(browser.storage.session.get(sessionKey)).catch(
    () => ({}) as never,
  )
  const isReached = ({ id }: Site) => Array.isArray(reached) && reached.includes(id)
  const others = sites.filter((site) => !isReached(site))
  if (others.length > 0) await watchOpenPages(others, running)
  await answer(browser.storage.session.set({ [sessionKey]: sites.map(({ id }) => id) }))
}

const haveSameMembers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
