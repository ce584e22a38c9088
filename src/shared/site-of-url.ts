import browser from 'webextension-polyfill'
import type { Site } from '../exchanges/exchange.ts'
import { sites } from '../exchanges/registry.ts'

/** The site that an address belongs to, or null. */
export function siteOfUrl(href: string): Site | null {
  const isOn = (pattern: string) => href.startsWith(pattern.slice(0, pattern.lastIndexOf('*')))
  return sites.find(({ pages }) => pages.some(isOn)) ?? null
}

/**
 * The site in the tab before the trader, or null. Its address is told to whom the trader has just called by a
 * click on the toolbar (`activeTab`), and to nobody else.
 */
export async function siteOfActiveTab(): Promise<Site | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return siteOfUrl(tab?.url ?? '')
}
