import { perpetualIdOf } from '../../market/venue-id.ts'
import type { Pair } from '../../market/pair.ts'
import { siteOfUrl } from '../../shared/site-of-url.ts'

/** The pair on a page. */
export interface PageOfPair {
  readonly pair: Pair
  /** Whether the page shows another market of the coin than the one whose data we read: see `ShownPair`. */
  readonly isOtherMarket: boolean
}

/** The pair shown by a page, or null if it is not a trading page of a known exchange. */
export function pairOfPage(href: string): PageOfPair | null {
  const site = siteOfUrl(href)
  const shown = site?.shownOn(href)
  if (!site || !shown) return null
  const { base, quote, market, isRead } = shown
  const venue = market === 'perpetual' && isRead ? perpetualIdOf(site.id) : site.id
  return { pair: { venue, base, quote }, isOtherMarket: !isRead }
}
