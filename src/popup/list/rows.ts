import { withoutDoubles } from '../../shared/one-coin.ts'
import { exchangeIdOf } from '../../market/venue-id.ts'
import { changeSinceStart, isOpen, type Episode } from '../../market/episode.ts'
import { pairName } from '../../market/pair.ts'
import { tierRank, tiers, type Tier } from '../../market/tier.ts'
import { silenceOf } from '../../shared/silence.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import type { PopupData } from '../popup-data.ts'
import { venueNames } from '../../shared/venue-name.ts'

/** One episode of the list with what its row shows. */
export interface ListRow {
  readonly episode: Episode
  /** Market time (ms). */
  readonly marketNow: number
  /** Wall clock (ms). */
  readonly now: number
  /** How long the venue has sent no data, by the wall clock (ms); null: it never did; undefined: it sends data. */
  readonly silence: number | null | undefined
  /** Whether it is on the trader's watch list. */
  readonly watched: boolean
  /** Whether the trader found it not helpful. */
  readonly notHelpful: boolean
}

/** Rows under one heading; `live`: of all tiers, where the trader sorts by something else. */
export interface RowGroup {
  readonly name: Tier | 'live' | 'stale' | 'settled'
  readonly rows: readonly ListRow[]
}

/** By what the list is sorted: the tier, the size of the change since the start, the start, or the name. */
export const sortOrders = ['worst', 'change', 'newest', 'pair'] as const
export type SortOrder = (typeof sortOrders)[number]

/** What the list is limited to, and its order. */
export interface ListFilter {
  readonly search: string
  readonly tier: Tier | null
  /** Id; null for all. */
  readonly venue: string | null
  /** Only pairs of the watch list. */
  readonly watched: boolean
  readonly sort: SortOrder
}

export const noFilter: ListFilter = { search: '', tier: null, venue: null, watched: false, sort: 'worst' }

/** Whether the list may be empty because of the filter alone. */
export const isFiltering = ({ search, tier, venue, watched }: ListFilter): boolean =>
  search !== '' || tier !== null || venue !== null || watched

/**
 * What is live tier by tier from the highest, then what nobody judges now for want of data, then settled episodes:
 * seventeen venues that fail must not push a Danger out of sight.
 */
const groupOrder: readonly RowGroup['name'][] = [...tiers.toReversed(), 'live', 'stale', 'settled']

/** The list in groups, without muted pairs and empty groups. `now` is wall clock (ms). */
export function groupRows(data: PopupData, filter: ListFilter, now: number): readonly RowGroup[] {
  const rows = told(data, now)
    .map((episode) => rowOf(episode, data, now))
    .filter((row) => passes(row, filter))
    .sort(compareBy[filter.sort])
  return groupOrder
    .map((name) => ({ name, rows: rows.filter((row) => groupOf(row, filter.sort) === name) }))
    .filter((group) => group.rows.length > 0)
}

/** Open episodes per tier that are not muted. `now` is wall clock (ms). */
export function countByTier({ episodes, mutes }: PopupData, now: number): Readonly<Record<Tier, number>> {
  const open = told({ episodes, mutes }, now).filter(isOpen)
  const count = (tier: Tier) => open.filter((episode) => episode.tier === tier).length
  return { notice: count('notice'), warning: count('warning'), danger: count('danger') }
}

/** The episodes that are not muted, each coin of an exchange once. */
const told = ({ episodes, mutes }: Pick<PopupData, 'episodes' | 'mutes'>, now: number) =>
  withoutDoubles(episodes.filter((episode) => !muteOf(muteKey(episode), mutes, now)))

const rankOf = ({ episode }: ListRow) => tierRank(episode.tier)
/** A change without a figure is the smallest. */
const sizeOf = ({ episode }: ListRow) => Math.abs(changeSinceStart(episode)) || 0
const nameOf = ({ episode: { base, quote } }: ListRow) =>
  base === null || quote === null ? '' : pairName({ base, quote })

const compareBy: Readonly<Record<SortOrder, (a: ListRow, b: ListRow) => number>> = {
  // Within a tier those of the watch list come first; else the stored order, worst first, stays.
  worst: (a, b) => rankOf(b) - rankOf(a) || Number(b.watched) - Number(a.watched),
  change: (a, b) => sizeOf(b) - sizeOf(a),
  newest: (a, b) => b.episode.startedAt - a.episode.startedAt || 0,
  pair: (a, b) => nameOf(a).localeCompare(nameOf(b), 'en'),
}

function rowOf(episode: Episode, data: PopupData, now: number): ListRow {
  const venue = data.venues.find((each) => each.venue === episode.venue)
  return {
    episode,
    marketNow: Math.max(venue?.marketAt ?? 0, episode.updatedAt),
    now,
    silence: silenceOf(venue, now),
    watched: data.settings.watch.includes(muteKey(episode)),
    notHelpful: data.notHelpful.some(({ episode: id }) => id === episode.id),
  }
}

function groupOf({ episode, silence }: ListRow, sort: SortOrder): RowGroup['name'] {
  if (!isOpen(episode)) return 'settled'
  if (silence !== undefined) return 'stale'
  return sort === 'worst' ? episode.tier : 'live'
}

function passes(row: ListRow, { search, tier, venue, watched }: ListFilter): boolean {
  const { episode } = row
  if (tier !== null && episode.tier !== tier) return false
  if (venue !== null && exchangeIdOf(episode.venue) !== venue) return false
  return (!watched || row.watched) && matchesSearch(row, search)
}

function matchesSearch(row: ListRow, search: string): boolean {
  const name = nameOf(row)
  const wanted = search.trim().toUpperCase()
  return [name, name.replace('/', ''), ...venueNames(row.episode.venue)].some((text) =>
    text.toUpperCase().includes(wanted),
  )
}
