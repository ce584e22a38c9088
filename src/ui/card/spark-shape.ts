import type { Episode, StrayPrint } from '../../market/episode.ts'

/** Outer size of a sparkline in px. A `big` one has room for labels below, unless it is `bare`, and for a marker above. */
export interface SparkSize {
  readonly width: number
  readonly height: number
  readonly big: boolean
  readonly bare?: true
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Everything a sparkline draws, in px. */
export interface SparkShape {
  /** SVG paths before and since the start; they share the start's point. */
  readonly before: string
  readonly since: string
  readonly start: Point
  readonly now: Point
  /** Null where the peak is now, or lies outside the line. */
  readonly peak: Point | null
  /** Foot of the broken line of a stray print, whose own price is off the scale. */
  readonly off: Point | null
  /** Bottom of the drawing, above the labels. */
  readonly floor: number
}

/** Room for the labels of a big sparkline, px. */
const LABEL_HEIGHT = 14

/** Marks nearer than this touch, px. */
const CLOSE = 12

/** Lays out the price line of an episode. A stray print never sets the scale. */
export function sparkShape(episode: Episode, { width, height, big, bare }: SparkSize): SparkShape {
  const { values, stepMs, start } = episode.line
  const line = values.length > 1 ? values : [episode.startPrice, episode.lastPrice]
  const last = line.length - 1
  const padX = big ? 4 : 2
  const padY = big ? 8 : 3
  const floor = big && !bare ? height - LABEL_HEIGHT : height
  const ceiling = padY + (episode.strayPrint ? (big ? 8 : 4) : 0)

  const sound = line.filter((value) => !isAstray(value, episode.strayPrint))
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

  const off = episode.strayPrint && marked(episode.strayPrint.at)
  const peak = indexOf(episode.peakAt) >= last ? null : marked(episode.peakAt)
  const begin = Math.min(Math.max(start, 0), last)
  return {
    before: path(0, begin),
    since: path(begin, last),
    start: at(begin),
    now: at(last),
    // Beside a print's arrow the caret would read as part of it.
    peak: peak && off && Math.abs(peak.x - off.x) < CLOSE ? null : peak,
    off,
    floor,
  }
}

/** Whether a value belongs to the print's side of the (geometric) middle between print and market. */
function isAstray(value: number, print: StrayPrint | null): boolean {
  if (!print || print.price <= 0 || print.reference <= 0) return false
  const middle = Math.sqrt(print.price * print.reference)
  return print.price > print.reference ? value > middle : value < middle
}
