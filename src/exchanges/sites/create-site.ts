import type { Site } from '../exchange.ts'
import { type AddressOptions, tradingPage } from './trading-page.ts'

interface SitePlan extends AddressOptions {
  readonly id: string
  readonly name: string
  readonly hosts: readonly string[]
  /** Template of its trading pages, see `tradingPage`. */
  readonly page: string
  /** See `Site`. Absent: the hosts of its trading pages. */
  readonly ownHosts?: readonly string[]
  /** Addresses that look like a trading page and show something else. */
  readonly except?: RegExp
}

const hostOf = (url: string) => url.split('/')[2] ?? ''

/** A site whose trading pages follow a template. */
/*#__NO_SIDE_EFFECTS__*/
export function createSite({ id, name, hosts, page, ownHosts, except, ...options }: SitePlan): Site {
  const { pairOf, pageOf } = tradingPage(page, options)
  const pageHosts = [...new Set([page, ...(options.aliases ?? [])].map(hostOf))]
  return {
    id,
    name,
    hosts,
    pages: pageHosts.map((host) => `https://${host}/*`),
    ownHosts: ownHosts ?? pageHosts,
    ...(options.quotes && { quotes: options.quotes }),
    pairOf: (href) => (except?.test(href) ? null : pairOf(href)),
    pageOf,
  }
}
