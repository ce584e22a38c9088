import { changeSinceStart, type Episode, isOpen, phases } from '../../../market/episode.ts'
import { type Tier, tierRank } from '../../../market/tier.ts'
import type { NotificationRules } from '../../../shared/settings/settings.ts'
import { isQuiet } from './quiet-hours.ts'

/** What the trader has been told of an episode by notification. */
export interface Alert {
  readonly episode: string
  readonly tier: Tier
  readonly fell: boolean
  /** Price relative to the start when last told. */
  readonly ratio: number
  /** Wall clock, ms. */
  readonly at: number
  /** `alone`: as a notification of its own. `held`: quiet hours keep it back. `digest`: it went with the summary. */
  readonly way: 'alone' | 'held' | 'digest'
}

/** What `alertFor` asks of the rules. */
export type AlertRules = Pick<NotificationRules, 'least' | 'quiet' | 'hourlyMost'>

/** A further alert needs the move to grow by this much beyond the last one. */
const growth = 1.5
const hour = 3_600_000

/**
 * Whether an episode deserves a notification now, and what to remember then: one per episode, again only on
 * a higher tier, on a turn to falling, or on another +50 % beyond the last alert; none beyond so many an hour.
 * In quiet hours it is held, but for a Danger where that is exempt. Pure: the preview asks the same question.
 *
 * @param told what was told before, of any episode
 * @param now wall clock, ms
 */
export function alertFor(
  episode: Episode,
  told: readonly Alert[],
  rules: AlertRules,
  now: number,
): Alert | null {
  if (rules.least === null || tierRank(episode.tier) < tierRank(rules.least)) return null
  const known = told.find((alert) => alert.episode === episode.id)
  const news = newsOf(episode, known)
  if (news === null) return null
  const isExempt = rules.quiet?.dangerExempt === true && episode.tier === 'danger'
  const way = isQuiet(rules.quiet, now) && !isExempt ? 'held' : 'alone'
  const lately = told.filter((alert) => alert.way === 'alone' && now - alert.at < hour)
  if (way === 'alone' && lately.length >= rules.hourlyMost) return null
  return { ...news, at: now, way }
}

/** What is new of an episode since it was told, or null. */
function newsOf(episode: Episode, known: Alert | undefined): Omit<Alert, 'at' | 'way'> | null {
  const ratio = 1 + changeSinceStart(episode)
  const fell = phases.indexOf(episode.phase) >= phases.indexOf('falling')
  const news = { episode: episode.id, tier: episode.tier, fell, ratio }
  if (!known) return isOpen(episode) ? news : null
  const higher = tierRank(episode.tier) > tierRank(known.tier)
  const turned = episode.phase === 'falling' && !known.fell
  const grew = ratio > known.ratio * growth || ratio < known.ratio / growth
  return higher || turned || (grew && isOpen(episode) && !fell)
    ? { ...news, ratio: grew || higher ? ratio : known.ratio }
    : null
}

/** So many episodes are remembered; older ones have long settled. */
const remembered = 200

/** What was told, with one alert more. */
export function withAlert(told: readonly Alert[], alert: Alert): readonly Alert[] {
  return [alert, ...told.filter((known) => known.episode !== alert.episode)].slice(0, remembered)
}

/** What quiet hours held back and is now to be summed up: empty while they run. */
export function heldBack(told: readonly Alert[], rules: AlertRules, now: number): readonly Alert[] {
  return isQuiet(rules.quiet, now) ? [] : told.filter((alert) => alert.way === 'held')
}

/** What was told, with all that was held back gone into a summary. */
export function withDigest(told: readonly Alert[]): readonly Alert[] {
  return told.map((alert) => (alert.way === 'held' ? { ...alert, way: 'digest' } : alert))
}
