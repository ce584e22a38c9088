import type { Site } from '../exchange.ts'
import { tradingPage, type Wording } from './trading-page.ts'

interface Plan extends Wording {
  readonly id: string
  readonly name: string
  readonly hosts: readonly string[]
  /** Its trading page, as in `tradingPage`. */
  readonly page: string
  /** Where it publishes what it says, if not on the hosts of its trading pages alone: see `Site`. */
  readonly ownHosts?: readonly string[]
  /** Addresses that look like a trading page and show something else. */
  readonly except?: RegExp
}

const hostOf = (address: string) => address.split('/')[2] ?? ''

/** A site whose trading pages are told by a template. */
/*#__NO_SIDE_EFFECTS__*/
export function createSite({ id, name, hosts, page, ownHosts, except, ...wording }: Plan): Site {
  const { pairOf, pageOf } = tradingPage(page, wording)
  const itsHosts = [...new Set([page, ...(wording.also ?? [])].map(hostOf))]
  return {
    id,
    name,
    hosts,
    pages: itsHosts.map((host) => `https://${host}/*`),
    ownHosts: ownHosts ?? itsHosts,
    ...(wording.quotes && { quotes: wording.quotes }),
    pairOf: (href) => (except?.test(href) ? null : pairOf(href)),
    pageOf,
  }
}
