import type { Market } from '../../market/contract.ts'
import { anyMultiplier } from '../perpetual/multiplied-name.ts'
import { perpetualIdOf } from '../../market/venue-id.ts'
import type { NamedPair, ShownPair, Site } from '../exchange.ts'
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
  /** Its perpetual market, where its data are read. */
  readonly perpetual?: {
    /** The hosts of its data, those of the spot market that it shares as well. */
    readonly hosts: readonly string[]
    /** What follows the `{locale}` of `page` in the address of a contract's page. */
    path(symbol: string, pair: NamedPair): string
  }
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
    origin,
    contractOf: addressReader(contracts, undefined, 'USDC'),
    pageHosts,
    pages: pageHosts.map((host) => `https://${host}/*`),
  }
}

/** A site whose trading pages follow templates. */
/*#__NO_SIDE_EFFECTS__*/
export function createSite(plan: SitePlan): Site {
  const { id, name, hosts, except, regional, perpetual, quotes } = plan
  // Made when they are needed: a trading page gets all sites, and asks few.
  let made: ReturnType<typeof addressesOf> | undefined
  const addresses = () => (made ??= addressesOf(plan))
  // Contracts first: some of their addresses look like those of spot.
  const shownOn = (href: string): ShownPair | null => {
    const { contractOf, pairOf } = addresses()
    const contract = contractOf(href)
    if (contract)
      return {
        ...contract,
        base: coinOfContract(contract.base),
        market: 'perpetual',
        isRead: perpetual !== undefined && !regional?.test(href),
      }
    const pair = except?.test(href) ? null : pairOf(href)
    return pair && { ...pair, market: 'spot', isRead: !regional?.test(href) }
  }
  /** What both markets have. */
  const shared = (market: Market) => ({
    name,
    get pages() {
      return addresses().pages
    },
    get ownHosts() {
      return plan.ownHosts ?? addresses().pageHosts
    },
    ...(quotes && { quotes }),
    shownOn,
    pairOf(href: string) {
      const shown = shownOn(href)
      return shown?.isRead && shown.market === market ? { base: shown.base, quote: shown.quote } : null
    },
  })
  const contractPage = (pair: NamedPair, locale: string) => {
    const { [locale as 'en']: prefix = '' } = plan
    const path = perpetual?.path(pair.symbol ?? pair.base + pair.quote, pair) ?? ''
    return addresses().origin.replace('{locale}', prefix) + path
  }
  return Object.assign(shared('spot'), {
    id,
    hosts,
    pageOf: (pair: NamedPair, locale: string) => addresses().pageOf(pair, locale),
    ...(perpetual && {
      perpetual: Object.assign(shared('perpetual'), {
        id: perpetualIdOf(id),
        hosts: perpetual.hosts,
        pageOf: contractPage,
      }),
    }),
  })
}
