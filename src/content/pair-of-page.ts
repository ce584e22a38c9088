import { exchanges } from '../exchanges/registry.ts'
import type { Pair } from '../market/pair.ts'

/** The pair a page shows, or null where it is no trading page of any exchange we know. */
export function pairOfPage(href: string): Pair | null {
  for (const exchange of exchanges) {
    const pair = exchange.pairOf(href)
    if (pair) return { venue: exchange.id, ...pair }
  }
  return null
}
