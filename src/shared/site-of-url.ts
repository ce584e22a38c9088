import { browser } from './web-extension.ts'
import type { Site } from '../exchanges/exchange.ts'
import { sites } from '../exchanges/registry.ts'

/** The exchange site of a URL, or null. */
export function siteOfUrl(href: string): Site | null {
  const isOn = (pattern: string) => href.startsWith(pattern.slice(0, pattern.lastIndexOf('*')))
  return sites.find(({ pages }) => pages.some(isOn)) ?? null
}

/**
 * The exchange site in the active tab, or null. The URL is only available after the trader clicked the toolbar
 * button (permission `activeTab`).
 */
export async function siteOfActiveTab(): Promise<Site | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return siteOfUrl(tab?.url ?? '')
}
