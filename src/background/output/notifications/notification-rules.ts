import { changeSinceStart, type Episode, isFall, isOpen, phases } from '../../../market/episode.ts'
import { tierRank } from '../../../market/tier.ts'
import { pairRuleOf } from '../../../shared/settings/pair-rules.ts'
import type { NotificationRules, PairRule } from '../../../shared/settings/settings.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { isQuiet } from './quiet-hours.ts'
import { isKeptBack, shownInLastHour } from './sent-alerts.ts'

/** The rules that `alertFor` applies. */
export type AlertRules = Pick<NotificationRules, 'least' | 'quiet' | 'hourlyMost'>

/** The rules that hold for one pair: its own lowest tier in place of that for all. `key`: its `muteKey`. */
export function rulesOf<T extends Pick<NotificationRules, 'least'>>(
  rules: T,
  pairRules: readonly PairRule[],
  key: string,
): T {
  const { least = rules.least } = pairRuleOf(pairRules, key) ?? {}
  return { ...rules, least }
}

/** A further alert needs the price to grow by this factor beyond the last one. */
const minGrowth = 1.5
/** A difference of two extremes (log) that is none but rounding. */
const sameExtreme = 1e-9
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
  const isToldBy = (alert: SentAlert, episode: Episode) =>
    alert.episode === episode.id &&
    tierRank(alert.tier) >= tierRank(episode.tier) &&
    (episode.phase !== 'falling' || isTurnTold(episode, alert))
  return episodes.filter((episode) => !sent.some((alert) => isToldBy(alert, episode)))
}

/** Whether the turn that an episode has made was told: one from an extreme beyond the told one is another turn. */
function isTurnTold({ peakPrice, startPrice }: Episode, { fell, turnedFrom }: SentAlert): boolean {
  if (!fell || turnedFrom === undefined) return fell
  const farther = Math.abs(Math.log(peakPrice / startPrice)) - Math.abs(Math.log(turnedFrom))
  return farther <= sameExtreme
}

/** Whether every trader of the venue is concerned: the whole market moves, or accounts may be abused. */
function concernsAll({ kind, also }: Episode): boolean {
  return [kind, ...also].some((each) => each === 'market-wide' || each === 'key-abuse')
}

/**
 * What changed in an episode since its last alert, if it deserves another; else null. Growth is that of its own
 * direction: what goes the other way is its turn, and told as such, once.
 */
function changeToReport(episode: Episode, last: SentAlert | undefined): Omit<SentAlert, 'at' | 'way'> | null {
  const { id, tier, phase, peakPrice, startPrice } = episode
  const ratio = 1 + changeSinceStart(episode)
  const isFalling = phases.indexOf(phase) >= phases.indexOf('falling')
  const wasTold = last !== undefined && isTurnTold(episode, last)
  const fell = isFalling || wasTold
  const turnedFrom = wasTold ? last.turnedFrom : isFalling ? peakPrice / startPrice : undefined
  const change = { episode: id, tier, fell, ratio, ...(turnedFrom !== undefined && { turnedFrom }) }
  if (!last) return isOpen(episode) ? change : null
  const isHigher = tierRank(tier) > tierRank(last.tier)
  const turned = phase === 'falling' && !wasTold
  const grew = isFall(episode) ? ratio < last.ratio / minGrowth : ratio > last.ratio * minGrowth
  return isHigher || turned || (grew && isOpen(episode) && !isFalling)
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
