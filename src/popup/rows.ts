import { siteOf } from '../exchanges/registry.ts'
import { isOpen, type Episode } from '../market/episode.ts'
import { pairName } from '../market/pair.ts'
import { tiers, type Tier } from '../market/tier.ts'
import type { Mute } from '../shared/storage/items.ts'
import { silenceOf } from '../shared/silence.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import type { Facts } from './facts.ts'

/** One episode of the list with what the row says about it. */
export interface Row {
  readonly episode: Episode
  readonly venueName: string
  /** The venue's clock, ms. */
  readonly marketNow: number
  /** Wall clock, ms. */
  readonly now: number
  /** How long its venue has been silent, ms of wall clock; null where it never spoke, undefined while it speaks. */
  readonly silence: number | null | undefined
  readonly mute: Mute | undefined
  /** Whether it is on the trader's watch list. */
  readonly watched: boolean
}

/** Rows under one head. */
export interface Group {
  readonly name: Tier | 'stale' | 'settled'
  readonly rows: readonly Row[]
}

/** What the trader narrowed the list to. */
export interface Narrowing {
  readonly search: string
  readonly tier: Tier | null
}

/** Worst first: rows nothing can be said about now, then tier by tier, then what settled. */
const order: readonly Group['name'][] = ['stale', ...tiers.toReversed(), 'settled']

/** The list of the popup in groups, the trader's watch list first in each; empty groups are left out. `now` is wall clock, ms. */
export function groupsOf(facts: Facts, { search, tier }: Narrowing, now: number): readonly Group[] {
  const rows = facts.episodes
    .filter((episode) => tier === null || episode.tier === tier)
    .map((episode) => rowOf(episode, facts, now))
    .filter((row) => matches(row, search))
    .sort((a, b) => Number(b.watched) - Number(a.watched))
  return order
    .map((name) => ({ name, rows: rows.filter((row) => groupOf(row) === name) }))
    .filter((group) => group.rows.length > 0)
}

/** Open episodes per tier. */
export function countsOf(episodes: readonly Episode[]): Readonly<Record<Tier, number>> {
  const count = (tier: Tier) => episodes.filter((episode) => isOpen(episode) && episode.tier === tier).length
  return { notice: count('notice'), warning: count('warning'), danger: count('danger') }
}

function rowOf(episode: Episode, facts: Facts, now: number): Row {
  const venue = facts.venues.find((each) => each.venue === episode.venue)
  return {
    episode,
    venueName: siteOf(episode.venue)?.name ?? episode.venue,
    marketNow: Math.max(venue?.marketAt ?? 0, episode.updatedAt),
    now,
    silence: silenceOf(venue, now),
    mute: muteOf(muteKey(episode), facts.mutes, now),
    watched: facts.settings.watch.includes(muteKey(episode)),
  }
}

function groupOf({ episode, silence }: Row): Group['name'] {
  if (!isOpen(episode)) return 'settled'
  return silence === undefined ? episode.tier : 'stale'
}

function matches({ episode, venueName }: Row, search: string): boolean {
  const { base, quote } = episode
  const name = base === null || quote === null ? '' : pairName({ base, quote })
  const wanted = search.trim().toUpperCase()
  return [name, name.replace('/', ''), venueName].some((text) => text.toUpperCase().includes(wanted))
}
