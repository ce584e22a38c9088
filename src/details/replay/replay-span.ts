import { chartSpan } from '../chart/model.ts'
import type { TimeSpan } from '../chart/grid.ts'
import type { SubjectView } from '../data/details-view.ts'

/** A longer episode is replayed this far: its course holds the first changes. */
const maxSpanMs = 86_400_000
/** Possible distances between two moments, ms. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300].map((seconds) => seconds * 1_000)
/** So many are passed in about a minute of playing. */
const maxMoments = 300

/** The moments that can be replayed: `count` steps from the start of the episode on, the last one at `to`. */
export interface ReplaySpan extends TimeSpan {
  readonly stepMs: number
  readonly count: number
}

/** The time of the page's episode with what the chart shows after it, up to 24 h; null where there is none. */
export function replaySpan(view: Pick<SubjectView, 'episode' | 'marketNow'>): ReplaySpan | null {
  if (!view.episode) return null
  const from = view.episode.startedAt
  const to = Math.min(chartSpan(view).to, from + maxSpanMs)
  if (!(to > from)) return null
  const stepMs = steps.find((ms) => (to - from) / ms <= maxMoments) ?? maxSpanMs / maxMoments
  return { from, to, stepMs, count: Math.ceil((to - from) / stepMs) }
}

/** The moment (market time, ms) of a step: 0 is the start, `count` the end. */
export function momentOf({ from, to, stepMs }: ReplaySpan, step: number): number {
  return Math.max(from, Math.min(to, from + step * stepMs))
}

/** The step that a moment belongs to. */
export function stepOf({ from, stepMs, count }: ReplaySpan, at: number): number {
  return Math.max(0, Math.min(count, Math.ceil((at - from) / stepMs)))
}
