import * as v from 'valibot'
import { stored, type Stored } from './stored.ts'

/** What the banner remembers of one site. */
export interface SiteMemory {
  /** Where the trader put it, px from the window's top left; null until moved. */
  readonly place: { readonly left: number; readonly top: number } | null
  /** `episode:tier` of every card that opened by itself, newest last: each does so once. */
  readonly opened: readonly string[]
  /** Ids of the episodes whose pause the trader has answered, newest last: each asks once. */
  readonly paused?: readonly string[]
}

const emptyMemory: SiteMemory = { place: null, opened: [] }

const shape = v.object({
  place: v.nullable(v.object({ left: v.pipe(v.number(), v.finite()), top: v.pipe(v.number(), v.finite()) })),
  opened: v.array(v.string()),
  paused: v.exactOptional(v.array(v.string())),
})

/**
 * The one kind of stored value that the page's own script writes: nobody else does, and where
 * two tabs of a site write at once the loss is a place or a card that opens a second time.
 *
 * @param host host name of the trading page
 */
export function siteMemory(host: string): Stored<SiteMemory> {
  return stored<SiteMemory>(`site:${host}`, emptyMemory, (value): value is SiteMemory => v.is(shape, value))
}
