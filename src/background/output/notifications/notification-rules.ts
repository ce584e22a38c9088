import { elapsedMs } from '../../../market/elapsed.ts'
import { changeSinceStart, type Episode, isOpen, phases } from '../../../market/episode.ts'
import { tierRank } from '../../../market/tier.ts'
import type { NotificationRules } from '../../../shared/settings/settings.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { isQuiet } from './quiet-hours.ts'

/** The rules that `alertFor` applies. */
export type AlertRules = Pick<NotificationRules, 'least' | 'quiet' | 'hourlyMost'>

/** A further alert needs the price to grow by this factor beyond the last one. */
const minGrowth = 1.5
const hourMs = 3_600_000

/**
 * The alert that an episode deserves now, or null: one per episode; again only on a higher tier, on a turn to
 * falling, or on another +50 % beyond the last alert; at most so many an hour. In quiet hours it is held, except a
 * Danger where that is exempt. Pure: the preview applies the same rules.
 *
 * @param sent earlier alerts, of any episode
 * @param now wall clock, ms
 */
export function alertFor(
  episode: Episode,
  sent: readonly SentAlert[],
  rules: AlertRules,
  now: number,
): SentAlert | null {
  if (rules.least === null || tierRank(episode.tier) < tierRank(rules.least)) return null
  const last = sent.find((alert) => alert.episode === episode.id)
  const change = changeToReport(episode, last)
  if (change === null) return null
  const isExempt = rules.quiet?.dangerExempt === true && episode.tier === 'danger'
  const way = isQuiet(rules.quiet, now) && !isExempt ? 'held' : 'alone'
  const lastHour = sent.filter((alert) => alert.way === 'alone' && elapsedMs(alert.at, now) < hourMs)
  if (way === 'alone' && lastHour.length >= rules.hourlyMost) return null
  return { ...change, at: now, way }
}

/** What changed in an episode since its last alert, if it deserves another; else null. */
function changeToReport(episode: Episode, last: SentAlert | undefined): Omit<SentAlert, 'at' | 'way'> | null {
  const ratio = 1 + changeSinceStart(episode)
  const fell = phases.indexOf(episode.phase) >= phases.indexOf('falling')
  const change = { episode: episode.id, tier: episode.tier, fell, ratio }
  if (!last) return isOpen(episode) ? change : null
  const isHigher = tierRank(episode.tier) > tierRank(last.tier)
  const turned = episode.phase === 'falling' && !last.fell
  const grew = ratio > last.ratio * minGrowth || ratio < last.ratio / minGrowth
  return isHigher || turned || (grew && isOpen(episode) && !fell)
    ? { ...change, ratio: grew || isHigher ? ratio : last.ratio }
    : null
}

/** Episodes whose last alert is remembered; older ones have long settled. */
const maxRemembered = 200

/** The sent alerts with one more. */
export function withAlert(sent: readonly SentAlert[], alert: SentAlert): readonly SentAlert[] {
  return [alert, ...sent.filter((known) => known.episode !== alert.episode)].slice(0, maxRemembered)
}

/** The alerts that quiet hours held back and that are now to be summed up; empty while they run. */
export function heldAlerts(sent: readonly SentAlert[], rules: AlertRules, now: number): readonly SentAlert[] {
  return isQuiet(rules.quiet, now) ? [] : sent.filter((alert) => alert.way === 'held')
}

/** The sent alerts after all that were held went into a summary. */
export function withDigest(sent: readonly SentAlert[]): readonly SentAlert[] {
  return sent.map((alert) => (alert.way === 'held' ? { ...alert, way: 'digest' } : alert))
}
