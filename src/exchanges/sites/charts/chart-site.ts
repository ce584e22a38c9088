import type { ShownPair } from '../../exchange.ts'

/** What a page of a chart site shows: a market of a venue, or a coin alone. */
export type Charted = { readonly venue: string; readonly shown: ShownPair } | { readonly coin: string }

/** A site that shows the prices of others, of venues or of coins, and is no market itself. */
export interface ChartSite {
  readonly id: string
  /** The site's own spelling of its name. */
  readonly name: string
  /** Match patterns of its pages, all of the form `https://host/*`; optional host permissions of the manifest. */
  readonly pages: readonly string[]
  /** What a page shows, names in upper case; null for what is no market of a coin that is known for sure. */
  shownOn(href: string): Charted | null
}
