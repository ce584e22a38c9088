import { changeSinceStart, type Episode, isOpen, phases } from '../../../market/episode.ts'
import { tierRank } from '../../../market/tier.ts'
import type { NotificationRules } from '../../../shared/settings/settings.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { isQuiet } from './quiet-hours.ts'
import { isKeptBack, shownInLastHour } from './sent-alerts.ts'

/** The rules that `alertFor` applies. */
export type AlertRules = Pick<NotificationRules, 'least' | 'quiet' | 'hourlyMost'>

/** A further alert needs the price to grow by this factor beyond the last one. */
const minGrowth = 1.5
/** Minimum time between two summaries beyond the hourly limit that tell of a Danger, ms. */
const minUrgentDigestGapMs = 300_000

/**
 * The alert that an episode deserves now, or null: one per episode; again only on a higher tier, on a turn to
 * falling, or on another +50 % beyond the last alert. In quiet hours it is held, except a Danger where that is exempt.
 * Beyond the hourly limit it is kept for a summary, except one that the trader must not miss. Pure: the preview
 * applies the same rules.
 *
 * @param sent earlier alerts, of any episode
 * @param isFollowed whether the pair is on the watch list or on screen
 * @param now wall clock, ms
 */
export function alertFor(
  episode: Episode,
  sent: readonly SentAlert[],
  rules: AlertRules,
  isFollowed: boolean,
  now: number,
): SentAlert | null {
  if (rules.least === null || tierRank(episode.tier) < tierRank(rules.least)) return null
  const last = sent.find((alert) => alert.episode === episode.id)
  const change = changeToReport(episode, last)
  return change && { ...change, at: now, way: wayOf(episode, sent, rules, isFollowed, now) }
}

function wayOf(
  episode: Episode,
  sent: readonly SentAlert[],
  { quiet, hourlyMost }: AlertRules,
  isFollowed: boolean,
  now: number,
): SentAlert['way'] {
  const isDanger = episode.tier === 'danger'
  if (isQuiet(quiet, now) && !(isDanger && quiet?.dangerExempt)) return 'held'
  const mustNotMiss = isDanger && (isFollowed || concernsAll(episode))
  return mustNotMiss || shownInLastHour(sent, now) < hourlyMost ? 'alone' : 'limited'
}

/** The episodes of which no alert has told the tier they have, or that they turned to falling. */
export function untold(episodes: readonly Episode[], sent: readonly SentAlert[]): readonly Episode[] {
  const isToldBy = (alert: SentAlert, { id, tier, phase }: Episode) =>
    alert.episode === id && tierRank(alert.tier) >= tierRank(tier) && (alert.fell || phase !== 'falling')
  return episodes.filter((episode) => !sent.some((alert) => isToldBy(alert, episode)))
}

/** Whether every trader of the venue is concerned: the whole market moves, or accounts may be abused. */
function concernsAll({ kind, also }: Episode): boolean {
  return [kind, ...also].some((each) => each === 'market-wide' || each === 'key-abuse')
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

/**
 * The alerts that were kept back and are now to be summed up. Those of quiet hours: once these end. Those beyond the
 * hourly limit: once it allows one more; with a Danger among them at once, a few minutes apart. Empty while neither.
 */
export function dueForDigest(
  sent: readonly SentAlert[],
  rules: AlertRules,
  now: number,
): readonly SentAlert[] {
  if (isQuiet(rules.quiet, now)) return []
  const kept = sent.filter(isKeptBack)
  if (kept.some(({ way }) => way === 'held')) return kept
  const lastDigestAt = Math.max(...sent.map(({ digestAt = -Infinity }) => digestAt))
  const isUrgent =
    kept.some(({ tier }) => tier === 'danger') &&
    (lastDigestAt > now || now - lastDigestAt >= minUrgentDigestGapMs)
  return isUrgent || shownInLastHour(sent, now) < rules.hourlyMost ? kept : []
}
