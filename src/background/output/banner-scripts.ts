import browser, { type Scripting } from 'webextension-polyfill'
import type { Site } from '../../exchanges/exchange.ts'
import { bannerTextsFile } from '../../shared/banner-texts-file.ts'
import type { Lang } from '../../shared/languages.ts'
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

/** The file of the banner's texts; none for English, which is built in. */
const textsOf = (lang: Lang): string[] => (lang === 'en' ? [] : [bannerTextsFile(lang)])

type Script = Scripting.RegisteredContentScript

/** The scripts to be registered. The texts run first on every page, those that the manifest names included. */
function scriptsFor(sites: readonly Site[], lang: Lang): readonly Script[] {
  const { js, matches } = builtBanner()
  const persistAcrossSessions = true
  const banners = sites
    // Pages that the manifest names have the banner by it.
    .filter(({ pages }) => !pages.every((page) => matches.includes(page)))
    .map(({ id, pages }) => ({
      id: `banner-${id}`,
      js,
      matches: [...pages],
      runAt: 'document_idle' as const,
    }))
  const pages = [...new Set(sites.flatMap(({ pages }) => [...pages]))]
  const texts = pages.length === 0 ? [] : textsOf(lang)
  return [
    ...texts.map((file) => ({
      id: 'banner-texts',
      js: [file],
      matches: pages,
      runAt: 'document_start' as const,
    })),
    ...banners,
  ].map((script) => ({ ...script, persistAcrossSessions }))
}

/**
 * Registers the banner, and its texts in a language, for the pages of these venues and no others, in this and every
 * later session.
 */
export async function registerBanners(sites: readonly Site[], lang: Lang): Promise<void> {
  const wanted = scriptsFor(sites, lang)
  const present = await answer(browser.scripting.getRegisteredContentScripts())
  // An update may have moved the file or the pages, a setting the language.
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

/** Runs the banner in a tab, in place of one that runs there. */
export function injectBanner(tabId: number | undefined, lang: Lang): void {
  if (tabId === undefined) return
  const files = [...textsOf(lang), ...builtBanner().js]
  // It rejects for a tab that closes meanwhile or shows an error page: there is nothing to warn about there.
  // Not awaited: in a frozen tab the script runs when the tab is looked at again.
  void browser.scripting.executeScript({ target: { tabId }, files }).catch(() => undefined)
}

/** Runs the banner in tabs of these venues that are open already, except where it runs. */
async function injectBanners(
  sites: readonly Site[],
  lang: Lang,
  running: ReadonlySet<number>,
): Promise<void> {
  const tabs = await answer(browser.tabs.query({ url: sites.flatMap(({ pages }) => [...pages]) }))
  for (const { id } of tabs) if (id !== undefined && !running.has(id)) injectBanner(id, lang)
}

/** Key in storage.session of the venues whose open pages have the banner. */
const sessionKey = 'bannerSites'

/**
 * Runs the banner on all pages of these venues, those included that are open already. When the extension is
 * installed, updated or enabled, the browser runs its scripts in no open page, those of the manifest included, and
 * ends those of the version before; at the same moments it empties storage.session. What that store does not name
 * has therefore still to be reached.
 *
 * @param lang language of the banner; one that runs in another asks to be run anew
 * @param running ids of the tabs whose banner runs
 */
export async function runBanners(
  sites: readonly Site[],
  lang: Lang,
  running: ReadonlySet<number>,
): Promise<void> {
  // Open pages are reached also where the browser cannot register scripts.
  await registerBanners(sites, lang).catch((error: unknown) =>
    console.warn('Keiho could not register', error),
  )
  // Without an answer all pages count as unreached: a banner that runs already is replaced.
  const { [sessionKey]: reached } = await answer(browser.storage.session.get(sessionKey)).catch(
    () => ({}) as never,
  )
  const isReached = ({ id }: Site) => Array.isArray(reached) && reached.includes(id)
  const others = sites.filter((site) => !isReached(site))
  if (others.length > 0) await injectBanners(others, lang, running)
  await answer(browser.storage.session.set({ [sessionKey]: sites.map(({ id }) => id) }))
}

const haveSameMembers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
