import { sites } from '../../exchanges/registry.ts'
import type { Pair } from '../../market/pair.ts'

/** The pair on a page. */
export interface PageOfPair {
  readonly pair: Pair
  /** Whether the page shows another market of the coin than the one whose data we read: see `ShownPair`. */
  readonly isOtherMarket: boolean
}

/** The pair shown by a page, or null if it is not a trading page of a known exchange. */
export function pairOfPage(href: string): PageOfPair | null {
  for (const { id: venue, shownOn } of sites) {
    const shown = shownOn(href)
    if (!shown) continue
    const { base, quote, isRead } = shown
    return { pair: { venue, base, quote }, isOtherMarket: !isRead }
  }
  return null
}
