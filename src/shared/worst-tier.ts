import { isOpen, type Episode } from '../market/episode.ts'
import { strongerTier, type Tier } from '../market/tier.ts'
import type { Mute } from './storage/items.ts'
import { muteKey, muteOf } from './visible.ts'

/** The highest tier among open episodes that are not muted; null without any. `now` is wall clock (ms). */
export function worstTier(episodes: readonly Episode[], mutes: readonly Mute[], now: number): Tier | null {
  return episodes
    .filter((episode) => isOpen(episode) && !muteOf(muteKey(episode), mutes, now))
    .reduce<Tier | null>((worst, { tier }) => strongerTier(worst, tier), null)
}
