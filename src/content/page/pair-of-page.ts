import { sites } from '../../exchanges/registry.ts'
import type { Pair } from '../../market/pair.ts'

/** The pair a page shows, or null where it is no trading page of any exchange we know. */
export function pairOfPage(href: string): Pair | null {
  for (const site of sites) {
    const pair = site.pairOf(href)
    if (pair) return { venue: site.id, ...pair }
  }
  return null
}
