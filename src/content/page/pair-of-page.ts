import type { Site } from '../../exchanges/exchange.ts'
import { perpetualIdOf } from '../../market/venue-id.ts'
import type { Pair } from '../../market/pair.ts'

/** The pair on a page. */
export interface PageOfPair {
  readonly pair: Pair
  /** Whether the page shows another market of the coin than the one whose data we read: see `ShownPair`. */
  readonly isOtherMarket: boolean
}

/** The pair shown by a page of an exchange's site, or null if it is not a trading page. */
export function pairOfPage(site: Site, href: string): PageOfPair | null {
  const shown = site.shownOn(href)
  if (!shown) return null
  const { base, quote, market, isRead } = shown
  const venue = market === 'perpetual' && isRead ? perpetualIdOf(site.id) : site.id
  return { pair: { venue, base, quote }, isOtherMarket: !isRead }
}
