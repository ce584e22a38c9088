import { isOpen, type Episode, type Phase } from '../../market/episode.ts'
import type { Tier } from '../../market/tier.ts'
import { isStray } from '../../ui/card/is-stray.ts'
import { haltsOf, type DatedStatement } from '../timeline/statements.ts'
import type { SubjectView } from '../data/details-view.ts'
import { barsOf, lineOf, withLastPrice, type ChartBar } from './bars.ts'
import type { ChartCandles } from './chart-candles.ts'
import { endOf, gridOf, intervalOf, spanOf, type TimeGrid, type TimeSpan } from './grid.ts'
import type { Lane } from './lane.ts'
import { lanesOf, paneCountOf } from './lanes.ts'
import { phaseSegments, tierSegments, type TimeSegment } from './segments.ts'

/** Everything the chart draws; times are market time (ms). */
export interface ChartModel {
  readonly grid: TimeGrid
  readonly bars: readonly (ChartBar | null)[]
  /** Whose prices are drawn; `waiting`: the venue's candles are being asked for. */
  readonly source: ChartCandles['source']
  /** Whether the volume of any bar is known. */
  readonly hasVolume: boolean
  /** The episode's price line, where there are no candles; else empty. */
  readonly line: readonly (number | null)[]
  readonly episode: Episode | null
  /** Null for a whole market. */
  readonly base: string | null
  readonly tiers: readonly TimeSegment<Tier>[]
  readonly phases: readonly TimeSegment<Phase>[]
  readonly lanes: readonly Lane[]
  /** Number of panes for them: of a replayed moment as many as now. */
  readonly lanePanes: number
  readonly statements: readonly DatedStatement[]
  /** When the venue's sources were last read; null: never. */
  readonly checkedAt: number | null
  /** When trading was halted, by the venue's statements. */
  readonly halts: readonly TimeSpan[]
  /** When no price is known. */
  readonly gaps: readonly TimeSpan[]
}

/** Fewer missing bars in a row mean a market without trades, not a gap. */
const minGapBars = 3

/** The span the chart shows: the episode with time before and after it, or the last hours. */
export function chartSpan({ episode, marketNow }: Pick<SubjectView, 'episode' | 'marketNow'>): TimeSpan {
  if (!episode) return spanOf(null, marketNow)
  const endedAt = isOpen(episode) ? undefined : episode.updatedAt
  return spanOf({ startedAt: episode.startedAt, endedAt }, marketNow)
}

/** Derives everything the chart draws from the page's data. A replayed moment is drawn on the `span` of now. */
export function chartModel(
  view: SubjectView,
  { candles, intervalMs, source }: ChartCandles,
  statements: readonly DatedStatement[],
  checkedAt: number | null,
  span = chartSpan(view),
): ChartModel {
  const { episode, course, isCourseComplete, marketNow } = view
  const grid = gridOf(span, intervalOf(span, intervalMs))
  const bars = barsNow(view, barsOf(candles, grid, episode?.strayPrint ?? null), grid)
  const knownBars = bars.filter((bar) => bar !== null).length
  const line = episode && knownBars < 2 ? lineOf(episode, grid) : []
  const lanes = episode && course ? lanesOf(episode, course, bars, grid) : []
  const until = episode && !isOpen(episode) ? episode.updatedAt : Math.min(marketNow, endOf(grid))
  return {
    grid,
    bars: line.length > 0 ? bars.map(() => null) : bars,
    source,
    // A bar without trades has the volume 0; what has it throughout has none.
    hasVolume: line.length === 0 && bars.some((bar) => (bar?.baseVolume ?? 0) > 0),
    line,
    episode,
    base: view.pair?.base ?? null,
    tiers: episode && course ? tierSegments(course, episode, until, isCourseComplete) : [],
    phases: episode && course ? phaseSegments(course, episode, until, isCourseComplete) : [],
    lanes,
    lanePanes: paneCountOf(lanes),
    statements,
    checkedAt,
    // While nothing trades the market's clock stands still; the venue's sources go on answering.
    halts: haltsOf(statements, Math.min(endOf(grid), Math.max(marketNow, checkedAt ?? 0))),
    gaps: gapsOf(line.length > 0 ? line : bars, grid, marketNow),
  }
}

/** Of what still runs, the bars follow the price of now; a stray print is none. */
function barsNow(
  { episode, last }: SubjectView,
  bars: readonly (ChartBar | null)[],
  grid: TimeGrid,
): readonly (ChartBar | null)[] {
  const isRunning = episode === null || isOpen(episode)
  const isStrayPrint = last !== null && isStray(last.price, episode?.strayPrint ?? null)
  return isRunning && !isStrayPrint ? withLastPrice(bars, grid, last) : bars
}

/** Stretches without candle or line value, up to the present. */
function gapsOf(points: readonly unknown[], grid: TimeGrid, marketNow: number): readonly TimeSpan[] {
  const gaps: TimeSpan[] = []
  const at = (slot: number) => grid.from + slot * grid.intervalMs
  const close = (from: number, to: number) => {
    if (to - from >= minGapBars) gaps.push({ from: at(from), to: Math.min(at(to), marketNow) })
  }
  let since = 0
  points.forEach((point, slot) => {
    if (point === null) return
    close(since, slot)
    since = slot + 1
  })
  close(since, grid.size)
  return gaps.filter(({ from, to }) => to > from)
}
