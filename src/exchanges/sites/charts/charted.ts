import type { ShownPair } from '../../exchange.ts'

/** What a page of a chart site shows: a market of a venue, or a coin alone. Names are in upper case. */
export type Charted = { readonly venue: string; readonly shown: ShownPair } | { readonly coin: string }

/** Reads an address; null for what is no market of a coin that is known for sure. */
export type ChartReader = (href: string) => Charted | null
