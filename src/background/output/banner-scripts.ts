import browser from 'webextension-polyfill'
import type { Site } from '../../exchanges/exchange.ts'

/** The banner's own file and where it runs by the manifest alone, as they were built. */
function built(): { readonly js: string[]; readonly matches: readonly string[] } {
  const scripts = browser.runtime.getManifest().content_scripts ?? []
  return {
    js: scripts.flatMap(({ js = [] }) => js).map(pathOf),
    matches: scripts.flatMap(({ matches }) => matches),
  }
}

/** Firefox gives the manifest's files as addresses, and takes back none but paths. */
const pathOf = (file: string) => new URL(file, 'https://extension').pathname.slice(1)

const idOf = (site: Site) => `banner-${site.id}`

/**
 * Makes the banner run on the pages of these venues and of no others, in every session from now on. Pages that
 * the manifest names are its own affair.
 *
 * @returns the venues on whose pages it was not registered before
 */
export async function keepBanners(sites: readonly Site[]): Promise<readonly Site[]> {
  const { js, matches } = built()
  const wanted = sites.filter(({ pages }) => !pages.every((page) => matches.includes(page)))
  const present = await browser.scripting.getRegisteredContentScripts()
  // An update may have moved the file or the pages.
  const isRight = (site: Site) =>
    present.some(
      (script) =>
        script.id === idOf(site) &&
        same(script.matches ?? [], site.pages) &&
        same((script.js ?? []).map(pathOf), js),
    )
  const right = wanted.filter(isRight)
  const ids = present.map(({ id }) => id).filter((id) => !right.some((site) => idOf(site) === id))
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids })
  const missing = wanted.filter((site) => !right.includes(site))
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

/** Starts the banner on pages of a venue that are open already, but for tabs where it runs. */
export async function startBanner(site: Site, running: ReadonlySet<number>): Promise<void> {
  const { js } = built()
  for (const { id } of await browser.tabs.query({ url: [...site.pages] })) {
    if (id === undefined || running.has(id)) continue
    // A tab that closes meanwhile, or an error page: nothing to show there.
    await browser.scripting.executeScript({ target: { tabId: id }, files: js }).catch(() => undefined)
  }
}

const same = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')
