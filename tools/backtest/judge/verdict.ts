import { tiers, type Tier } from '../../../src/market/tier.ts'
import type { Announcement } from './announcement.ts'
import { eventOutcomes, type EventOutcome } from './events.ts'
import { countFalseAlarms, quietPairDays } from './false-alarms.ts'
import { assignTime } from './assign-time.ts'
import { poissonInterval } from './poisson-interval.ts'
import { type Proportion, proportion } from './proportion.ts'
import { quantile } from './quantile.ts'
import type { RecordedRun } from './recorded-run.ts'

/** Results of one tier: an alert of this tier or a higher one counts. */
export interface TierVerdict {
  readonly recall: Proportion
  /** Recall over the events whose price rose 5 % or more above its average. */
  readonly recallOfMoved: Proportion
  readonly falseAlarms: number
  /** Null where no pair-day was counted. */
  readonly falseAlarmsPerPairDay: number | null
  readonly falseAlarmsPerPairDayInterval: readonly [number, number] | null
  /** Alert minus onset over the hits with an onset, seconds; null where there are none. */
  readonly latencySeconds: { readonly median: number | null; readonly p90: number | null }
}

/** The results over all recordings. */
export interface Verdict {
  readonly pairs: number
  /** Counted time without an announcement nearby. */
  readonly pairDays: number
  readonly events: number
  readonly eventsThatMoved: number
  readonly tiers: Readonly<Record<Tier, TierVerdict>>
  readonly outcomes: readonly EventOutcome[]
}

/**
 * Evaluates events, not rows: recall over announced pumps, false alarms per pair-day, latency from the onset.
 *
 * @param announcements the events to be detected
 * @param known all announcements near which an alert is no false alarm, where there are more of them
 */
export function judge(
  runs: readonly RecordedRun[],
  announcements: readonly Announcement[],
  known = announcements,
): Verdict {
  const owned = assignTime(runs)
  const outcomes = eventOutcomes(owned, announcements)
  const pairDays = quietPairDays(owned, known)
  const verdicts = tiers.map((tier) => {
    const falseAlarms = countFalseAlarms(owned, known, tier)
    return [tier, tierVerdict(tier, outcomes, falseAlarms, pairDays)] as const
  })
  return {
    pairs: new Set(owned.map(({ run }) => `${run.venue}:${run.pair}`)).size,
    pairDays,
    events: outcomes.length,
    eventsThatMoved: outcomes.filter(({ onset }) => onset !== null).length,
    tiers: Object.fromEntries(verdicts) as Record<Tier, TierVerdict>,
    outcomes,
  }
}

function tierVerdict(
  tier: Tier,
  outcomes: readonly EventOutcome[],
  falseAlarms: number,
  pairDays: number,
): TierVerdict {
  const latencies = outcomes.flatMap(({ onset, alerts }) =>
    onset === null || alerts[tier] === null ? [] : [(alerts[tier] - onset) / 1000],
  )
  const perDay = (count: number) => count / pairDays
  const [low, high] = poissonInterval(falseAlarms)
  return {
    recall: proportionOf(outcomes, tier),
    recallOfMoved: proportionOf(
      outcomes.filter(({ onset }) => onset !== null),
      tier,
    ),
    falseAlarms,
    falseAlarmsPerPairDay: pairDays > 0 ? perDay(falseAlarms) : null,
    falseAlarmsPerPairDayInterval: pairDays > 0 ? [perDay(low), perDay(high)] : null,
    latencySeconds: { median: quantile(latencies, 0.5), p90: quantile(latencies, 0.9) },
  }
}

function proportionOf(outcomes: readonly EventOutcome[], tier: Tier): Proportion {
  const hits = outcomes.filter(({ alerts }) => alerts[tier] !== null).length
  return proportion(hits, outcomes.length)
}
