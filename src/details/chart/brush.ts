import type { IChartApi, IPanePrimitive, IPrimitivePaneRenderer, Logical } from 'lightweight-charts'
import { icons, type IconName } from '../../ui/icons/icons.ts'
import type { ColourName, Palette } from './palette.ts'
import { logicalOf, type TimeGrid } from './grid.ts'

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0]

/** Draws on one pane of the chart; lengths in CSS px, times in ms. */
export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  /** x of a time; outside the pane for times outside its span. */
  x(at: number): number
  /** Sets the colour of fills and strokes. */
  setColour(name: ColourName): void
  /** Draws a text unless it is too wide; returns whether it did. */
  text(content: string, x: number, y: number, style?: TextStyle): boolean
  /** Width of a text in regular weight (px). */
  widthOf(content: string): number
  icon(name: IconName, x: number, y: number, size: number): void
  hatch(from: number, to: number): void
  verticalLine(x: number, from: number, to: number, dash?: readonly number[]): void
}

export interface TextStyle {
  readonly align?: CanvasTextAlign
  readonly bold?: boolean
  /** For text on a filled shape: without the outline in the page's colour. */
  readonly noOutline?: boolean
  /** A wider text is not drawn (px). */
  readonly maxWidth?: number
}

const hatchStepPx = 8

/** A primitive that calls `draw` whenever the chart draws, below (`bottom`) or above (`top`) the pane's series. */
export function panePrimitive(
  chart: IChartApi,
  palette: Palette,
  grid: () => TimeGrid,
  zOrder: 'bottom' | 'top',
  draw: (brush: Brush) => void,
): IPanePrimitive {
  const renderer: IPrimitivePaneRenderer = {
    draw: (target: Target) =>
      target.useMediaCoordinateSpace(({ context, mediaSize }) => {
        context.save()
        draw(createBrush(context, mediaSize, chart, palette, grid()))
        context.restore()
      }),
  }
  const view = { zOrder: () => zOrder, renderer: () => renderer }
  return { paneViews: () => [view] }
}

function createBrush(
  context: CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
  chart: IChartApi,
  { colour, font }: Palette,
  grid: TimeGrid,
): Brush {
  const brush: Brush = {
    context,
    width,
    height,
    x(at) {
      // The library converts whole bars only; between two of them the axis is linear.
      const position = logicalOf(grid, at)
      const whole = Math.floor(position)
      const [left, right] = [whole, whole + 1].map((n) => chart.timeScale().logicalToCoordinate(n as Logical))
      return typeof left !== 'number' || typeof right !== 'number'
        ? 0
        : left + (position - whole) * (right - left)
    },
    setColour(name) {
      context.fillStyle = context.strokeStyle = colour[name]
    },
    text(content, x, y, { align = 'left', bold = false, noOutline = false, maxWidth = Infinity } = {}) {
      context.font = `${bold ? 600 : 400} 11px ${font}`
      context.textAlign = align
      if (context.measureText(content).width > maxWidth) return false
      if (!noOutline) {
        context.save()
        context.strokeStyle = colour.surface
        context.lineWidth = 3
        context.lineJoin = 'round'
        context.strokeText(content, x, y)
        context.restore()
      }
      context.fillText(content, x, y)
      return true
    },
    widthOf(content) {
      context.font = `400 11px ${font}`
      return context.measureText(content).width
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
      for (let x = Math.floor((from - height) / hatchStepPx) * hatchStepPx; x < to; x += hatchStepPx) {
        context.moveTo(x, height)
        context.lineTo(x + height, 0)
      }
      context.stroke()
      context.restore()
    },
    verticalLine(x, from, to, dash = []) {
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
