import type { IChartApi, IPanePrimitive, IPrimitivePaneRenderer, Logical } from 'lightweight-charts'
import { icons, type IconName } from '../../ui/icons/icons.ts'
import type { ColourName, Palette } from './palette.ts'
import { logicalOf, type Grid } from './grid.ts'

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0]

/** What draws on one pane of the chart: px of the page, times in ms. */
export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  /** Where a time lies; times beyond the pane lie beyond its edges. */
  x(at: number): number
  /** Sets fill and stroke. */
  ink(name: ColourName): void
  /** Writes, unless it is too wide; returns whether it did. */
  text(words: string, x: number, y: number, look?: TextLook): boolean
  /** Width of a text in regular weight, px. */
  widthOf(words: string): number
  icon(name: IconName, x: number, y: number, size: number): void
  hatch(from: number, to: number): void
  rule(x: number, from: number, to: number, dash?: readonly number[]): void
}

export interface TextLook {
  readonly align?: CanvasTextAlign
  readonly strong?: boolean
  /** Drawn on a fill of its own: no outline in the colour of the page. */
  readonly bare?: boolean
  /** Left out where it is wider, px. */
  readonly most?: number
}

const hatchStep = 8

/** Lets `draw` paint on a pane whenever the chart does, below (`bottom`) or above (`top`) its series. */
export function painted(
  chart: IChartApi,
  palette: Palette,
  grid: () => Grid,
  zOrder: 'bottom' | 'top',
  draw: (brush: Brush) => void,
): IPanePrimitive {
  const renderer: IPrimitivePaneRenderer = {
    draw: (target: Target) =>
      target.useMediaCoordinateSpace(({ context, mediaSize }) => {
        context.save()
        draw(brushOn(context, mediaSize, chart, palette, grid()))
        context.restore()
      }),
  }
  const view = { zOrder: () => zOrder, renderer: () => renderer }
  return { paneViews: () => [view] }
}

function brushOn(
  context: CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
  chart: IChartApi,
  { colour, font }: Palette,
  grid: Grid,
): Brush {
  const brush: Brush = {
    context,
    width,
    height,
    x(at) {
      // The library knows whole bars only; between two of them the axis is straight.
      const place = logicalOf(grid, at)
      const whole = Math.floor(place)
      const [left, right] = [whole, whole + 1].map((n) => chart.timeScale().logicalToCoordinate(n as Logical))
      return typeof left !== 'number' || typeof right !== 'number'
        ? 0
        : left + (place - whole) * (right - left)
    },
    ink(name) {
      context.fillStyle = context.strokeStyle = colour[name]
    },
    text(words, x, y, { align = 'left', strong = false, bare = false, most = Infinity } = {}) {
      context.font = `${strong ? 600 : 400} 11px ${font}`
      context.textAlign = align
      if (context.measureText(words).width > most) return false
      if (!bare) {
        context.save()
        context.strokeStyle = colour.surface
        context.lineWidth = 3
        context.lineJoin = 'round'
        context.strokeText(words, x, y)
        context.restore()
      }
      context.fillText(words, x, y)
      return true
    },
    widthOf(words) {
      context.font = `400 11px ${font}`
      return context.measureText(words).width
    },
    icon(name, x, y, size) {
      context.save()
      context.translate(x, y)
      context.scale(size / 16, size / 16)
      context.lineCap = context.lineJoin = 'round'
      for (const { d, line } of icons[name]) {
        const path = new Path2D(d)
        if (line === undefined) context.fill(path, 'evenodd')
        else {
          context.lineWidth = line
          context.stroke(path)
        }
      }
      context.restore()
    },
    hatch(from, to) {
      context.save()
      context.beginPath()
      context.rect(from, 0, to - from, height)
      context.clip()
      context.strokeStyle = colour.hatch
      context.lineWidth = 1
      context.beginPath()
      for (let x = Math.floor((from - height) / hatchStep) * hatchStep; x < to; x += hatchStep) {
        context.moveTo(x, height)
        context.lineTo(x + height, 0)
      }
      context.stroke()
      context.restore()
    },
    rule(x, from, to, dash = []) {
      context.setLineDash([...dash])
      context.beginPath()
      context.moveTo(x, from)
      context.lineTo(x, to)
      context.stroke()
      context.setLineDash([])
    },
  }
  return brush
}
