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
 * What is remembered about a site; a page changes it by the command `remember`.
 *
 * @param host host name of the trading page
 */
export function siteMemory(host: string): Stored<SiteMemory> {
  return stored(`site:${host}`, (value) => (isSiteMemory(value) ? value : emptyMemory))
}

/** Ids remembered of one site; older ones belong to episodes that have long settled. */
const maxIds = 100

/** The memory with what one page adds to it: what another page of the site has added meanwhile stays. */
export function withMemory(memory: SiteMemory, part: Partial<SiteMemory>): SiteMemory {
  const { opened = [], paused = [] } = part
  const joined = (before: readonly string[] = [], added: readonly string[]) =>
    [...before.filter((id) => !added.includes(id)), ...added].slice(-maxIds)
  return {
    place: part.place ?? memory.place,
    opened: joined(memory.opened, opened),
    paused: joined(memory.paused, paused),
  }
}
