import type { Episode } from '../../market/episode.ts'
import type { EvidenceUnit, SignName } from '../../market/evidence.ts'
import type { Course } from '../../shared/course.ts'
import type { ChartBar } from './bars.ts'
import { slotOf, type TimeGrid } from './grid.ts'

/** One sign over time. */
export interface Lane {
  readonly sign: SignName
  /** Computed from the chart's bars, or measured by the engine. */
  readonly source: 'bars' | 'engine'
  readonly unit: EvidenceUnit
  /** Number of venues or pairs it was compared with, where the sign is a comparison. */
  readonly count: number | null
  /** One value per bar of the grid; null where nothing was measured. */
  readonly points: readonly (number | null)[]
  /** The usual value, where known. */
  readonly usual: number | null
}

/** Number of lanes the chart has room for. */
export const maxLanes = 3
/** Signs that get a lane, most informative first. Signs of a single moment are marks in the price pane instead. */
const chartedSigns: readonly SignName[] = [
  'turnover',
  'venue-gap',
  'off-peg',
  'quote-off-peg',
  'mark-gap',
  'spot-gap',
  'peer-gap',
  'index-gap',
  'longs-liquidated',
  'shorts-liquidated',
  'open-interest',
  'funding-cap',
  'funding',
  'taker-buys',
  'rush-orders',
  'sold-coins',
  'breadth',
  'median-return',
  'leader-return',
  'trade-count',
  'return',
  'fall',
  'residual-return',
  'other-venues',
]
/** Number of bars before the start required to know what is usual. */
const minUsualBars = 8

/** The evidence of an episode over time: the first `maxLanes` of the charted signs that have values. */
export function lanesOf(
  episode: Episode,
  course: Course,
  bars: readonly (ChartBar | null)[],
  grid: TimeGrid,
): readonly Lane[] {
  const turnover = turnoverLane(bars, grid, episode.startedAt)
  const measured = chartedSigns
    .filter((sign) => sign !== 'turnover' || !turnover)
    .flatMap((sign) => laneOf(sign, episode, course, grid) ?? [])
  return [...(turnover ? [turnover] : []), ...measured].slice(0, maxLanes)
}

/** Turnover of each bar relative to the median before the start; null where too few bars are known before it. */
function turnoverLane(bars: readonly (ChartBar | null)[], grid: TimeGrid, startedAt: number): Lane | null {
  const before = bars
    .slice(0, Math.max(0, slotOf(grid, startedAt)))
    .flatMap((bar) => turnoverOf(bar) ?? [])
    .sort((a, b) => a - b)
  const usual = before[Math.floor(before.length / 2)] ?? 0
  if (before.length < minUsualBars || usual <= 0) return null
  const points = bars.map((bar) => {
    const turnover = turnoverOf(bar)
    return turnover === null ? null : turnover / usual
  })
  return { sign: 'turnover', source: 'bars', unit: 'times', count: null, points, usual: 1 }
}

/** Where the venue names the volume alone, the turnover at the close: only its change counts here. */
function turnoverOf(bar: ChartBar | null): number | null {
  if (!bar || bar.baseVolume === null) return null
  return bar.quoteVolume ?? bar.baseVolume * bar.close
}

function laneOf(sign: SignName, episode: Episode, course: Course, grid: TimeGrid): Lane | null {
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
  return { sign, source: 'engine', unit, count, points, usual }
}
