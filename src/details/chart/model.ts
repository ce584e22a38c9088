import { isOpen, type Episode, type Phase } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import type { Tier } from '../../market/tier.ts'
import { haltsOf, type Said } from '../timeline/statements.ts'
import type { Shown } from '../scene.ts'
import { barsOf, lineOf, type Bar } from './bars.ts'
import { endOf, gridOf, intervalOf, spanOf, type Grid, type Span } from './grid.ts'
import { lanesOf, type Lane } from './lanes.ts'
import { phaseSegments, tierSegments, type Segment } from './segments.ts'

/** Everything the chart draws; times are market time, ms. */
export interface ChartModel {
  readonly grid: Grid
  readonly bars: readonly (Bar | null)[]
  /** The price line where there are no candles. */
  readonly line: readonly (number | null)[]
  readonly episode: Episode | null
  /** Null for a whole market. */
  readonly base: string | null
  readonly tiers: readonly Segment<Tier>[]
  readonly phases: readonly Segment<Phase>[]
  readonly lanes: readonly Lane[]
  readonly said: readonly Said[]
  /** The venue was looked at for statements until then; null: nobody has looked. */
  readonly lookedAt: number | null
  /** The venue said that it does not trade. */
  readonly halts: readonly Span[]
  /** Nothing is known of the price. */
  readonly gaps: readonly Span[]
}

/** Fewer missing bars in a row are a quiet market, not a gap. */
const gapLeast = 3

/** What span the chart is of: the episode with its surroundings, or the last hours. */
export function chartSpan({ episode, marketNow }: Pick<Shown, 'episode' | 'marketNow'>): Span {
  if (!episode) return spanOf(null, marketNow)
  const endedAt = isOpen(episode) ? undefined : episode.updatedAt
  return spanOf({ startedAt: episode.startedAt, endedAt }, marketNow)
}

/** Lays out the chart. */
export function chartModel(
  scene: Shown,
  candles: readonly Candle[],
  said: readonly Said[],
  lookedAt: number | null,
): ChartModel {
  const { episode, course, whole, marketNow } = scene
  const span = chartSpan(scene)
  const grid = gridOf(span, intervalOf(span))
  const bars = barsOf(candles, grid, episode?.strayPrint ?? null)
  const drawn = bars.filter((bar) => bar !== null).length
  const line = episode && drawn < 2 ? lineOf(episode, grid) : []
  const until = episode && !isOpen(episode) ? episode.updatedAt : Math.min(marketNow, endOf(grid))
  return {
    grid,
    bars: line.length > 0 ? bars.map(() => null) : bars,
    line,
    episode,
    base: scene.pair?.base ?? null,
    tiers: episode && course ? tierSegments(course, episode, until, whole) : [],
    phases: episode && course ? phaseSegments(course, episode, until, whole) : [],
    lanes: episode && course ? lanesOf(episode, course, bars, grid) : [],
    said,
    lookedAt,
    halts: haltsOf(said, endOf(grid)),
    gaps: gapsOf(line.length > 0 ? line : bars, grid, marketNow),
  }
}

/** Where neither candle nor line says anything, up to the present. */
function gapsOf(points: readonly unknown[], grid: Grid, marketNow: number): readonly Span[] {
  const gaps: Span[] = []
  const at = (slot: number) => grid.from + slot * grid.intervalMs
  const close = (from: number, to: number) => {
    if (to - from >= gapLeast) gaps.push({ from: at(from), to: Math.min(at(to), marketNow) })
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
