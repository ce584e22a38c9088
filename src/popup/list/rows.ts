import { siteOf } from '../../exchanges/registry.ts'
import { isOpen, type Episode } from '../../market/episode.ts'
import { pairName } from '../../market/pair.ts'
import { tiers, type Tier } from '../../market/tier.ts'
import type { Mute } from '../../shared/storage/items.ts'
import { silenceOf } from '../../shared/silence.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import type { PopupData } from '../popup-data.ts'

/** One episode of the list with what its row shows. */
export interface ListRow {
  readonly episode: Episode
  readonly venueName: string
  /** Market time (ms). */
  readonly marketNow: number
  /** Wall clock (ms). */
  readonly now: number
  /** How long the venue has sent no data, by the wall clock (ms); null: it never did; undefined: it sends data. */
  readonly silence: number | null | undefined
  readonly mute: Mute | undefined
  /** Whether it is on the trader's watch list. */
  readonly watched: boolean
}

/** Rows under one heading. */
export interface RowGroup {
  readonly name: Tier | 'stale' | 'settled'
  readonly rows: readonly ListRow[]
}

/** What the list is limited to. */
export interface ListFilter {
  readonly search: string
  readonly tier: Tier | null
}

/** Rows without present data first, then tier by tier from the highest, then settled episodes. */
const groupOrder: readonly RowGroup['name'][] = ['stale', ...tiers.toReversed(), 'settled']

/** The list in groups, pairs of the watch list first in each; without empty groups. `now` is wall clock (ms). */
export function groupRows(data: PopupData, { search, tier }: ListFilter, now: number): readonly RowGroup[] {
  const rows = data.episodes
    .filter((episode) => tier === null || episode.tier === tier)
    .map((episode) => rowOf(episode, data, now))
    .filter((row) => matchesSearch(row, search))
    .sort((a, b) => Number(b.watched) - Number(a.watched))
  return groupOrder
    .map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) }))
    .filter((group) => group.rows.length > 0)
}

/** Open episodes per tier. */
export function countByTier(episodes: readonly Episode[]): Readonly<Record<Tier, number>> {
  const count = (tier: Tier) => episodes.filter((episode) => isOpen(episode) && episode.tier === tier).length
  return { notice: count('notice'), warning: count('warning'), danger: count('danger') }
}

function rowOf(episode: Episode, data: PopupData, now: number): ListRow {
  const venue = data.venues.find((each) => each.venue === episode.venue)
  return {
    episode,
    venueName: siteOf(episode.venue)?.name ?? episode.venue,
    marketNow: Math.max(venue?.marketAt ?? 0, episode.updatedAt),
    now,
    silence: silenceOf(venue, now),
    mute: muteOf(muteKey(episode), data.mutes, now),
    watched: data.settings.watch.includes(muteKey(episode)),
  }
}

function groupOf({ episode, silence }: ListRow): RowGroup['name'] {
  if (!isOpen(episode)) return 'settled'
  return silence === undefined ? episode.tier : 'stale'
}

function matchesSearch({ episode, venueName }: ListRow, search: string): boolean {
  const { base, quote } = episode
  const name = base === null || quote === null ? '' : pairName({ base, quote })
  const wanted = search.trim().toUpperCase()
  return [name, name.replace('/', ''), venueName].some((text) => text.toUpperCase().includes(wanted))
}
