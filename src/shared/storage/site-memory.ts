import { isNumber, isString, listOf, orAbsent, orNull, withFields } from './guards.ts'
import { stored, type Stored } from './stored.ts'

/** What the banner remembers about one site. */
export interface SiteMemory {
  /** Where the trader moved it, px from the top left of the window; null until moved. */
  readonly place: { readonly left: number; readonly top: number } | null
  /** `episode:tier` of cards that opened automatically, newest last: each opens once. */
  readonly opened: readonly string[]
  /** Ids of episodes whose pause the trader has answered, newest last: each pauses once. */
  readonly paused?: readonly string[]
}

export const emptyMemory: SiteMemory = { place: null, opened: [] }

const isSiteMemory = withFields({
  place: orNull(withFields({ left: isNumber, top: isNumber })),
  opened: listOf(isString),
  paused: orAbsent(listOf(isString)),
}) as (value: unknown) => value is SiteMemory

/**
 * The only stored value written by the content script, and by nothing else. If two tabs of a site write at the
 * same time, a position is lost or a card opens twice.
 *
 * @param host host name of the trading page
 */
export function siteMemory(host: string): Stored<SiteMemory> {
  return stored(`site:${host}`, emptyMemory, isSiteMemory)
}
