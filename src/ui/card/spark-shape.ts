import type { Episode } from '../../market/episode.ts'
import { isStray } from './is-stray.ts'

/** Outer size of a sparkline in px. A big one has room for a marker above and, unless unlabelled, labels below. */
export interface SparkSize {
  readonly width: number
  readonly height: number
  readonly big: boolean
  readonly unlabelled?: true
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Geometry of a sparkline, in px. */
export interface SparkShape {
  /** SVG paths before and since the episode's start; they share the point of the start. */
  readonly before: string
  readonly since: string
  readonly start: Point
  readonly now: Point
  /** Null where the peak is the last point, or outside the line's time span. */
  readonly peak: Point | null
  /** Lower end of the dashed line that marks a stray print; the print itself is off the scale. */
  readonly strayPrint: Point | null
  /** Bottom of the line, above the labels. */
  readonly floor: number
}

/** Height reserved for the labels of a big sparkline (px). */
const labelHeightPx = 14

/** Marks closer than this touch (px). */
const minMarkGapPx = 12

/** Lays out the price line of an episode. A stray print never stretches the scale. */
export function sparkShape(episode: Episode, { width, height, big, unlabelled }: SparkSize): SparkShape {
  const { values, stepMs, start } = episode.line
  const line = values.length > 1 ? values : [episode.startPrice, episode.lastPrice]
  const last = line.length - 1
  const padX = big ? 4 : 2
  const padY = big ? 8 : 3
  const floor = big && !unlabelled ? height - labelHeightPx : height
  const ceiling = padY + (episode.strayPrint ? (big ? 8 : 4) : 0)

  const sound = line.filter((value) => !isStray(value, episode.strayPrint))
  const low = Math.min(...sound)
  const high = Math.max(...sound)
  const bounded = (value: number) => Math.min(Math.max(value, low), high)
  const at = (i: number): Point => ({
    x: padX + (i / last) * (width - 2 * padX),
    y: floor - padY - ((bounded(line[i] ?? low) - low) / (high - low || 1)) * (floor - padY - ceiling),
  })
  const path = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, k) => at(from + k))
      .map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('')
  const indexOf = (time: number) => Math.round(last - (episode.updatedAt - time) / (stepMs || 1))
  const marked = (time: number) => (indexOf(time) >= 0 && indexOf(time) <= last ? at(indexOf(time)) : null)

  const strayPrint = episode.strayPrint && marked(episode.strayPrint.at)
  const peak = indexOf(episode.peakAt) >= last ? null : marked(episode.peakAt)
  const begin = Math.min(Math.max(start, 0), last)
  return {
    before: path(0, begin),
    since: path(begin, last),
    start: at(begin),
    now: at(last),
    // Next to the stray print's arrow the peak's caret would look like part of it.
    peak: peak && strayPrint && Math.abs(peak.x - strayPrint.x) < minMarkGapPx ? null : peak,
    strayPrint,
    floor,
  }
}
