import {
  eventTimes,
  hitWindow,
  exemptWindow,
  within,
  type Announcement,
} from '../backtest/judge/announcement.ts'
import { assignTime } from '../backtest/judge/assign-time.ts'
import type { RecordedRun } from '../backtest/judge/recorded-run.ts'
import type { GatheredRun } from './gather.ts'

/** The scored moments of all recordings in counted time, run after run, each in time order. */
export interface JudgedMoments {
  readonly runs: readonly RecordedRun[]
  readonly names: readonly string[]
  /** One per feature. */
  readonly columns: readonly Float32Array[]
  readonly at: Float64Array
  readonly onFrame: Uint8Array
  readonly followed: Uint8Array
  /** Index of its run. */
  readonly run: Int32Array
  /** The event whose beginning a row shows; −1 for quiet time, −2 for neither. */
  readonly event: Int32Array
}

export const quiet = -1
const neither = -2

/**
 * An event's beginning: from `beforeMs` before its onset to `afterMs` after, while the price is `minRise` above
 * its mean.
 */
const beforeMs = 8000
const afterMs = 40_000
const minRise = 0.02

/**
 * Labels the gathered moments. Time covered by two recordings belongs to the first, the first day is warm-up;
 * rows near a known announcement that do not show its beginning are not used.
 *
 * @param everyMs spacing of the frames: the first one after an onset may come this late
 */
export function rowsOf(
  gathered: readonly GatheredRun[],
  announcements: readonly Announcement[],
  names: readonly string[],
  everyMs: number,
): JudgedMoments {
  const runs = gathered.map(({ run }) => run)
  const owned = new Map(assignTime(runs).map(({ run, owned }) => [run, owned]))
  const kept = gathered.map(({ run, at }) => {
    const span = owned.get(run)
    return span ? [...at.keys()].filter((index) => within(span, at[index]!)) : []
  })
  const size = kept.reduce((sum, { length }) => sum + length, 0)
  const rows: JudgedMoments = {
    runs,
    names,
    columns: names.map(() => new Float32Array(size)),
    at: new Float64Array(size),
    onFrame: new Uint8Array(size),
    followed: new Uint8Array(size),
    run: new Int32Array(size),
    event: new Int32Array(size),
  }
  const aboveMean = names.indexOf('aboveMean')
  const events = new Map<string, number>()
  let row = 0
  gathered.forEach((each, runIndex) => {
    const known = eventTimes(announcements, each.run.coin).map((announced) => {
      const key = `${each.run.coin} ${announced}`
      if (!events.has(key)) events.set(key, events.size)
      const onset = each.run.onsets.find(([at]) => at === announced)?.[1] ?? null
      return { announced, onset, event: events.get(key)! }
    })
    const eventOf = (at: number, rise: number): number => {
      const near = known.filter(({ announced }) => within(exemptWindow(announced), at))
      if (near.length === 0) return quiet
      const shows = near.find(
        ({ announced, onset }) =>
          onset !== null &&
          rise > minRise &&
          within(hitWindow(announced), at) &&
          within({ from: onset - beforeMs, to: onset + afterMs + everyMs }, at),
      )
      return shows?.event ?? neither
    }
    for (const index of kept[runIndex]!) {
      names.forEach((_, feature) => {
        rows.columns[feature]![row] = each.values[index * names.length + feature]!
      })
      rows.at[row] = each.at[index]!
      rows.onFrame[row] = each.onFrame[index]!
      rows.followed[row] = each.followed[index]!
      rows.run[row] = runIndex
      rows.event[row] = eventOf(each.at[index]!, rows.columns[aboveMean]![row]!)
      row++
    }
  })
  return rows
}
