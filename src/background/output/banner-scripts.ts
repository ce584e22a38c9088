import browser from 'webextension-polyfill'
import type { Site } from '../../exchanges/exchange.ts'

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
 *
 * @returns the venues whose pages were not registered before
 */
export async function registerBanners(sites: readonly Site[]): Promise<readonly Site[]> {
  const { js, matches } = builtBanner()
  const wanted = sites.filter(({ pages }) => !pages.every((page) => matches.includes(page)))
  const present = await browser.scripting.getRegisteredContentScripts()
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
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids })
  const missing = wanted.filter((site) => !upToDate.includes(site))
  if (missing.length === 0) return []
  await browser.scripting.registerContentScripts(
    missing.map((site) => ({
      id: idOf(site),
      js,
      matches: [...site.pages],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    })),
  )
  return missing
}

/** Runs the banner in tabs of a venue that are open already, except where it runs. */
export async function injectBanner(site: Site, running: ReadonlySet<number>): Promise<void> {
  const { js } = builtBanner()
  for (const { id } of await browser.tabs.query({ url: [...site.pages] })) {
    if (id === undefined || running.has(id)) continue
    // It rejects for a tab that closes meanwhile or shows an error page: there is nothing to warn about there.
    await browser.scripting.executeScript({ target: { tabId: id }, files: js }).catch(() => undefined)
  }
}

const haveSameMembers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
