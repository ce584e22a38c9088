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

/** A site whose trading pages follow templates. */
/*#__NO_SIDE_EFFECTS__*/
export function createSite(plan: SitePlan): Site {
  const { id, name, hosts, page, except, regional, perpetuals = [], perpetual, quotes } = plan
  const origin = page.slice(0, page.indexOf('{locale}') + '{locale}'.length)
  const whole = (template: string) => (template.startsWith('https:') ? template : origin + template)
  const aliases = (plan.aliases ?? []).map(whole)
  const contracts = perpetuals.map(whole)
  const { pairOf, pageOf } = tradingPage(page, { ...plan, aliases })
  const contractOf = addressReader(contracts, undefined, 'USDC')
  const pageHosts = [...new Set([page, ...aliases, ...contracts].map(hostOf))]
  // Contracts first: some of their addresses look like those of spot.
  const shownOn = (href: string): ShownPair | null => {
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
  const pages = pageHosts.map((host) => `https://${host}/*`)
  const ownHosts = plan.ownHosts ?? pageHosts
  const readOn = (market: Market) => (href: string) => {
    const shown = shownOn(href)
    return shown?.isRead && shown.market === market ? { base: shown.base, quote: shown.quote } : null
  }
  const spot = {
    id,
    name,
    hosts,
    pages,
    ownHosts,
    ...(quotes && { quotes }),
    shownOn,
    pairOf: readOn('spot'),
    pageOf,
  }
  if (!perpetual) return spot
  const contractPage = (pair: NamedPair, locale: string) => {
    const { [locale as 'en']: prefix = '' } = plan
    return origin.replace('{locale}', prefix) + perpetual.path(pair.symbol ?? pair.base + pair.quote, pair)
  }
  const contractSite = { ...spot, id: perpetualIdOf(id), hosts: perpetual.hosts }
  return { ...spot, perpetual: { ...contractSite, pairOf: readOn('perpetual'), pageOf: contractPage } }
}
