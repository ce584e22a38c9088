import { tierRank, type Tier } from '../../../src/market/tier.ts'
import { eventTimes, hitWindow, mergeMs, within, type Announcement } from './announcement.ts'
import type { OwnedRun } from './assign-time.ts'

/** An announced pump covered by a recording, and its outcome. */
export interface EventOutcome {
  readonly coin: string
  /** First announcement, ms UTC. */
  readonly at: number
  /** Start of the second in which the price was 5 % up, ms UTC; null where it never was. */
  readonly onset: number | null
  /** First alert at the tier or above in the hit window, ms UTC. */
  readonly alerts: Readonly<Record<Tier, number | null>>
}

/** The outcome of each event within counted time. Pairs of the same coin share its events. */
export function eventOutcomes(
  runs: readonly OwnedRun[],
  announcements: readonly Announcement[],
): EventOutcome[] {
  const outcomes = new Map<string, EventOutcome>()
  for (const each of runs) {
    const { coin } = each.run
    for (const at of eventTimes(announcements, coin)) {
      if (!within(each.owned, at)) continue
      const key = `${coin} ${at}`
      outcomes.set(key, earlier(outcomeOf(each, runs, at), outcomes.get(key)))
    }
  }
  return [...outcomes.values()].toSorted((a, b) => a.at - b.at || (a.coin < b.coin ? -1 : 1))
}

function outcomeOf({ run }: OwnedRun, runs: readonly OwnedRun[], at: number): EventOutcome {
  const window = hitWindow(at)
  // The window may extend into the pair's next recording.
  const reached = runs
    .filter(({ run: { venue, pair } }) => venue === run.venue && pair === run.pair)
    .flatMap(({ run: { reached }, owned }) => reached.filter((each) => within(owned, each.at)))
    .filter((each) => within(window, each.at))
  const first = (tier: Tier) =>
    reached
      .filter((each) => tierRank(each.tier) >= tierRank(tier))
      .reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null)
  return {
    coin: run.coin,
    at,
    // Sources may state the time of one announcement a minute apart.
    onset: run.onsets.find(([announced]) => Math.abs(announced - at) <= mergeMs)?.[1] ?? null,
    alerts: { notice: first('notice'), warning: first('warning'), danger: first('danger') },
  }
}

function earlier(a: EventOutcome, b: EventOutcome | undefined): EventOutcome {
  if (!b) return a
  return {
    ...a,
    onset: earliest(a.onset, b.onset),
    alerts: {
      notice: earliest(a.alerts.notice, b.alerts.notice),
      warning: earliest(a.alerts.warning, b.alerts.warning),
      danger: earliest(a.alerts.danger, b.alerts.danger),
    },
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}
