import { sites } from '../../exchanges/registry.ts'
import type { Pair } from '../../market/pair.ts'

/** The pair shown by a page, or null if it is not a trading page of a known exchange. */
export function pairOfPage(href: string): Pair | null {
  for (const site of sites) {
    const pair = site.pairOf(href)
    if (pair) return { venue: site.id, ...pair }
  }
  return null
}
