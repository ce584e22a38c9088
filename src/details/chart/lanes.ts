import type { Episode } from '../../market/episode.ts'
import type { SignName } from '../../market/evidence.ts'
import type { Course } from '../../shared/course.ts'
import type { ChartBar } from './bars.ts'
import { contractLanesOf } from './contract-lanes.ts'
import { slotOf, type TimeGrid } from './grid.ts'
import { type Lane, signsOf } from './lane.ts'

/** Number of lanes that a chart has, with or without values: its height does not change as they come. */
const plainLanes = 3
/** Lanes of evidence above those of a contract: at least so many, and as many as make so many in all. */
const besideContract = { least: 2, all: 5 }
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

/** Number of panes for lanes: those of a contract are drawn only where they have values. */
export const paneCountOf = (lanes: readonly Lane[]): number =>
  lanes.some(({ source }) => source === 'contract') ? lanes.length : plainLanes

/**
 * The evidence of an episode over time, the first few of the charted signs that have values, and what the venue told of
 * its contract.
 */
export function lanesOf(
  episode: Episode,
  course: Course,
  bars: readonly (ChartBar | null)[],
  grid: TimeGrid,
): readonly Lane[] {
  const turnover = turnoverLane(bars, grid, episode.startedAt)
  const contract = contractLanesOf(course.contract?.samples ?? [], grid)
  const told = contract.flatMap(signsOf).map(({ sign }) => sign)
  const measured = chartedSigns
    .filter((sign) => sign !== 'turnover' || !turnover)
    .filter((sign) => !told.includes(sign === 'funding-cap' ? 'funding' : sign))
    .flatMap((sign) => laneOf(sign, episode, course, grid) ?? [])
  const evidence = [...(turnover ? [turnover] : []), ...measured]
  if (contract.length === 0) return evidence.slice(0, plainLanes)
  const { least, all } = besideContract
  return [...evidence.slice(0, Math.max(least, all - contract.length)), ...contract]
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
