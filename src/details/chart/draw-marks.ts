import { type Episode, isFall } from '../../market/episode.ts'
import { strayPrice } from '../../ui/card/evidence-line.ts'
import type { PriceFormatter } from '../price-format.ts'
import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { slotOf } from './grid.ts'
import type { ChartModel } from './model.ts'

/** Draws what is behind the series of every pane: halts, gaps in the data, and where each tier was reached. */
export function drawBackground(brush: Brush, { halts, gaps, tiers }: ChartModel): void {
  const { width, height } = brush
  for (const { from, to } of [...gaps, ...halts])
    brush.hatch(Math.max(0, brush.x(from)), Math.min(width, brush.x(to)))
  brush.context.lineWidth = 1.5
  brush.setColour('official-edge')
  for (const { from } of halts) brush.verticalLine(brush.x(from), 0, height)
  brush.context.lineWidth = 1
  tiers.forEach(({ from, value }, i) => {
    // After an unknown stretch the tier may have been reached earlier.
    if (value === null || tiers[i - 1]?.value === null) return
    brush.setColour(`${value}-edge`)
    brush.verticalLine(brush.x(from), 0, height)
  })
}

/** Draws the marks of the price pane: the price at the start, the extreme, and a stray print. */
export function drawMarks(
  brush: Brush,
  { episode, bars, grid }: ChartModel,
  words: DetailsWords,
  formatPrice: PriceFormatter,
  y: (price: number) => number | null,
): void {
  if (!episode) return
  const { context, width } = brush
  const level = y(episode.symbol === null ? 0 : episode.startPrice)
  if (level !== null) {
    brush.setColour('line-before')
    context.lineWidth = 1
    context.setLineDash([1, 3])
    context.beginPath()
    context.moveTo(0, level)
    context.lineTo(width, level)
    context.stroke()
    context.setLineDash([])
    brush.setColour('axis')
    brush.text(words.say('chart.start'), 6, level - 5)
  }
  const { strayPrint } = episode
  const at = strayPrint && slotOf(grid, strayPrint.at)
  if (strayPrint && at !== null && at >= 0 && at < bars.length)
    drawStrayPrint(brush, episode, strayPrint.at, words, y)
  drawExtreme(brush, episode, words, formatPrice, y)
}

function drawExtreme(
  brush: Brush,
  episode: Episode,
  words: DetailsWords,
  formatPrice: PriceFormatter,
  y: (price: number) => number | null,
): void {
  const { peakPrice, startPrice, peakAt, symbol } = episode
  const level = y(symbol === null ? peakPrice - 1 : peakPrice)
  const x = brush.x(peakAt)
  if (level === null || peakPrice === startPrice || x < 0 || x > brush.width) return
  const low = isFall(episode)
  const foot = level + (low ? 10 : -10)
  brush.setColour('text-3')
  const { context } = brush
  context.beginPath()
  context.moveTo(x - 4, foot + (low ? 3 : -3))
  context.lineTo(x + 4, foot + (low ? 3 : -3))
  context.lineTo(x, foot + (low ? -3 : 3))
  context.fill()
  brush.setColour('text')
  const label = words.say(low ? 'chart.low' : 'chart.peak', {
    price: formatPrice(peakPrice),
    time: words.format.clock(peakAt),
  })
  const left = x > brush.width / 2
  brush.text(label, x + (left ? -9 : 9), foot + 4, { bold: true, align: left ? 'right' : 'left' })
}

/** A stray print does not stretch the scale: a dashed line with an arrow out of the pane stands for it. */
function drawStrayPrint(
  brush: Brush,
  episode: Episode,
  at: number,
  words: DetailsWords,
  y: (price: number) => number | null,
): void {
  const { strayPrint } = episode
  if (!strayPrint) return
  const { context, height } = brush
  const up = strayPrint.price > strayPrint.reference
  const x = brush.x(at)
  const [tip, foot] = up
    ? [10, y(strayPrint.reference) ?? height]
    : [height - 10, y(strayPrint.reference) ?? 0]
  brush.setColour('danger-edge')
  context.lineWidth = 1.6
  brush.verticalLine(x, tip, foot, [2, 2.5])
  context.beginPath()
  context.moveTo(x - 5, tip)
  context.lineTo(x + 5, tip)
  context.lineTo(x, tip + (up ? -7 : 7))
  context.fill()
  brush.setColour('danger')
  const label = words.say('chart.beyond', { price: strayPrice(words, episode) })
  const left = x > brush.width / 2
  brush.text(label, x + (left ? -10 : 10), tip + 2, { bold: true, align: left ? 'right' : 'left' })
}
