import type { Episode } from '../../market/episode.ts'
import type { EvidenceUnit, SignName } from '../../market/evidence.ts'
import type { Course } from '../../shared/course.ts'
import type { Bar } from './bars.ts'
import { slotOf, type Grid } from './grid.ts'

/** One sign over time. */
export interface Lane {
  readonly sign: SignName
  /** Counted from the chart's own bars, or measured by the engine. */
  readonly by: 'bars' | 'engine'
  readonly unit: EvidenceUnit
  /** How many were measured against, where the sign is about others. */
  readonly count: number | null
  /** One value per bar of the grid; null where nothing was measured. */
  readonly points: readonly (number | null)[]
  /** What is usual, where known. */
  readonly usual: number | null
}

/** As many lanes as the chart keeps room for. */
export const lanesMost = 3
/** Signs that are worth a line, most telling first. Those of a single moment are marks, not lines. */
const worth: readonly SignName[] = [
  'turnover',
  'venue-gap',
  'taker-buys',
  'rush-orders',
  'sold-coins',
  'breadth',
  'median-return',
  'leader-return',
  'trade-count',
  'return',
  'residual-return',
  'other-venues',
]
/** Fewer bars than this before the start say nothing of what was usual. */
const usualLeast = 8

/** The evidence of an episode over time, at most `lanesMost` signs: those measured most often of what is worth a line. */
export function lanesOf(
  episode: Episode,
  course: Course,
  bars: readonly (Bar | null)[],
  grid: Grid,
): readonly Lane[] {
  const turnover = turnoverLane(bars, grid, episode.startedAt)
  const measured = worth
    .filter((sign) => sign !== 'turnover' || !turnover)
    .flatMap((sign) => laneOf(sign, episode, course, grid) ?? [])
  return [...(turnover ? [turnover] : []), ...measured].slice(0, lanesMost)
}

/** Turnover of each bar against the median of those before the start. Null where too little is known before it. */
function turnoverLane(bars: readonly (Bar | null)[], grid: Grid, startedAt: number): Lane | null {
  const before = bars
    .slice(0, Math.max(0, slotOf(grid, startedAt)))
    .flatMap((bar) => bar?.quoteVolume ?? [])
    .sort((a, b) => a - b)
  const usual = before[Math.floor(before.length / 2)] ?? 0
  if (before.length < usualLeast || usual <= 0) return null
  const points = bars.map((bar) => (bar ? bar.quoteVolume / usual : null))
  return { sign: 'turnover', by: 'bars', unit: 'times', count: null, points, usual: 1 }
}

function laneOf(sign: SignName, episode: Episode, course: Course, grid: Grid): Lane | null {
  const evidence = episode.evidence.find((each) => each.sign === sign)
  if (!evidence) return null
  const points = Array.from<number | null>({ length: grid.size }).fill(null)
  const put = (at: number, value: number | undefined) => {
    const slot = slotOf(grid, at)
    if (value !== undefined && slot >= 0 && slot < grid.size) points[slot] = value
  }
  for (const { at, values } of course.samples) put(at, values[sign])
  put(evidence.at, evidence.value)
  if (points.every((point) => point === null)) return null
  const { unit, count = null, usual = unit === 'times' ? 1 : null } = evidence
  return { sign, by: 'engine', unit, count, points, usual }
}
