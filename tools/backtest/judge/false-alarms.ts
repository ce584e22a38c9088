import { tierRank, type Tier } from '../../../src/market/tier.ts'
import { exemptWindow, mergeMs, within, type Announcement } from './announcement.ts'
import type { OwnedRun } from './assign-time.ts'
import { clip, unionLength } from './spans.ts'

const dayMs = 86_400_000

/** Counted time without an announcement of the coin nearby, in days, summed over pairs. */
export function quietPairDays(runs: readonly OwnedRun[], announcements: readonly Announcement[]): number {
  const quiet = runs.map(({ run, owned }) => {
    const known = exemptWindows(announcements, run.coin)
    return owned.to - owned.from - unionLength(clip(owned, known))
  })
  return quiet.reduce((sum, each) => sum + each, 0) / dayMs
}

/**
 * False alarms in the strict sense: alerts of a tier or above outside every exempt window of the coin; those of
 * a pair within 30 min of the previous one are counted once.
 */
export function countFalseAlarms(
  runs: readonly OwnedRun[],
  announcements: readonly Announcement[],
  tier: Tier,
): number {
  const timesOf = new Map<string, number[]>()
  for (const { run, owned } of runs) {
    const known = exemptWindows(announcements, run.coin)
    const times = run.reached
      .filter((each) => tierRank(each.tier) >= tierRank(tier) && within(owned, each.at))
      .filter((each) => !known.some((window) => within(window, each.at)))
      .map(({ at }) => at)
    const key = `${run.venue}:${run.pair}`
    timesOf.set(key, [...(timesOf.get(key) ?? []), ...times])
  }
  return [...timesOf.values()].reduce((sum, times) => sum + countApart(times), 0)
}

function countApart(times: readonly number[]): number {
  let counted = 0
  let last = -Infinity
  for (const at of times.toSorted((a, b) => a - b)) {
    if (at - last <= mergeMs) continue
    counted++
    last = at
  }
  return counted
}

function exemptWindows(announcements: readonly Announcement[], coin: string) {
  return announcements.filter((each) => each.coin === coin).map(({ at }) => exemptWindow(at))
}
