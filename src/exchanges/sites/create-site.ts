import { anyMultiplier } from '../perpetual/multiplied-name.ts'
import type { ShownPair, Site } from '../exchange.ts'
import { type AddressOptions, addressReader, tradingPage } from './trading-page.ts'

interface SitePlan extends AddressOptions {
  readonly id: string
  readonly name: string
  readonly hosts: readonly string[]
  /** Template of its trading pages, see `tradingPage`. */
  readonly page: string
  /**
   * Templates of its pages of perpetual contracts, see `addressReader`. They and `aliases` are of the whole address,
   * or begin after the `{locale}` of `page`. A contract that names no quote is settled in USDC.
   */
  readonly perpetuals?: readonly string[]
  /** See `Site`. Absent: the hosts of its trading pages. */
  readonly ownHosts?: readonly string[]
  /** Addresses that look like a trading page and show something else. */
  readonly except?: RegExp
  /** Addresses of the same form that show the book of a regional company. */
  readonly regional?: RegExp
}

const hostOf = (url: string) => url.split('/')[2] ?? ''

/** Bitcoin and Dogecoin as Kraken and KuCoin name their contracts. */
const contractNames: ReadonlyMap<string, string> = new Map([
  ['XBT', 'BTC'],
  ['XDG', 'DOGE'],
])

/** The coin that a contract is of: BTC of XBT, PEPE of 1000PEPE. */
export function coinOfContract(name: string): string {
  const { base } = anyMultiplier(name)
  return contractNames.get(base) ?? base
}

/** What the templates of a plan make: its readers of addresses, and the hosts of its pages. */
function addressesOf(plan: SitePlan) {
  const { page, perpetuals = [] } = plan
  const origin = page.slice(0, page.indexOf('{locale}') + '{locale}'.length)
  const whole = (template: string) => (template.startsWith('https:') ? template : origin + template)
  const aliases = (plan.aliases ?? []).map(whole)
  const contracts = perpetuals.map(whole)
  const pageHosts = [...new Set([page, ...aliases, ...contracts].map(hostOf))]
  return {
    ...tradingPage(page, { ...plan, aliases }),
    contractOf: addressReader(contracts, undefined, 'USDC'),
    pageHosts,
    pages: pageHosts.map((host) => `https://${host}/*`),
  }
}

/** A site whose trading pages follow templates. */
/*#__NO_SIDE_EFFECTS__*/
export function createSite(plan: SitePlan): Site {
  const { id, name, hosts, ownHosts, except, regional, quotes } = plan
  // Made when they are needed: a trading page gets all sites, and asks few.
  let made: ReturnType<typeof addressesOf> | undefined
  const addresses = () => (made ??= addressesOf(plan))
  // Contracts first: some of their addresses look like those of spot.
  const shownOn = (href: string): ShownPair | null => {
    const { contractOf, pairOf } = addresses()
    const contract = contractOf(href)
    if (contract)
      return { ...contract, base: coinOfContract(contract.base), market: 'perpetual', isRead: false }
    const pair = except?.test(href) ? null : pairOf(href)
    return pair && { ...pair, market: 'spot', isRead: !regional?.test(href) }
  }
  return {
    id,
    name,
    hosts,
    get pages() {
      return addresses().pages
    },
    get ownHosts() {
      return ownHosts ?? addresses().pageHosts
    },
    ...(quotes && { quotes }),
    shownOn,
    pairOf(href) {
      const shown = shownOn(href)
      return shown?.isRead ? { base: shown.base, quote: shown.quote } : null
    },
    pageOf: (pair, locale) => addresses().pageOf(pair, locale),
  }
}
