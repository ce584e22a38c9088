import { changeSinceStart, type Episode, isOpen, phases } from '../market/episode.ts'
import { type Tier, tierRank } from '../market/tier.ts'

/** What the trader has been told of an episode by notification. */
export interface Alert {
  readonly episode: string
  readonly tier: Tier
  readonly fell: boolean
  /** Price relative to the start when last told. */
  readonly ratio: number
  /** Wall clock, ms. */
  readonly at: number
}

/** A further alert needs the move to grow by this much beyond the last one. */
const growth = 1.5
/** At most so many notifications in an hour; the popup shows the rest. */
export const hourlyMost = 12

/**
 * Whether an episode deserves a notification now, and what to remember then: one per episode, again only on
 * a higher tier, on a turn to falling, or on another +50 % beyond the last alert.
 */
export function alertFor(episode: Episode, told: readonly Alert[], least: Tier, now: number): Alert | null {
  if (tierRank(episode.tier) < tierRank(least)) return null
  const known = told.find((alert) => alert.episode === episode.id)
  if (told.filter((alert) => now - alert.at < 3_600_000).length >= hourlyMost) return null
  const ratio = 1 + changeSinceStart(episode)
  const fell = phases.indexOf(episode.phase) >= phases.indexOf('falling')
  const alert: Alert = { episode: episode.id, tier: episode.tier, fell, ratio, at: now }
  if (!known) return isOpen(episode) ? alert : null
  const higher = tierRank(episode.tier) > tierRank(known.tier)
  const turned = episode.phase === 'falling' && !known.fell
  const grew = ratio > known.ratio * growth || ratio < known.ratio / growth
  return higher || turned || (grew && isOpen(episode) && !fell)
    ? { ...alert, ratio: grew || higher ? ratio : known.ratio }
    : null
}
