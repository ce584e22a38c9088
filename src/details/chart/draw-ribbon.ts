import type { DetailsWords } from '../words.ts'
import { phaseWord } from '../../ui/words/episode-words.ts'
import type { Brush } from './brush.ts'
import type { ChartModel } from './model.ts'

const bar = { y: 6, height: 18 }
const phaseYPx = 30

/** Draws the tiers as a ribbon, the phases below it. */
export function drawRibbon(brush: Brush, { tiers, phases, episode }: ChartModel, words: DetailsWords): void {
  if (!episode) return
  const { context } = brush
  for (const { from, to, value } of tiers) {
    const [left, right] = [brush.x(from), brush.x(to)]
    const width = Math.max(2, right - left - 1.5)
    if (value === null) {
      // Unknown: an empty frame.
      brush.setColour('stale-edge')
      context.setLineDash([3, 3])
      context.strokeRect(left + 0.5, bar.y + 0.5, width - 1, bar.height - 1)
      context.setLineDash([])
      continue
    }
    brush.setColour(`${value}-fill`)
    context.beginPath()
    context.roundRect(left, bar.y, width, bar.height, 2)
    context.fill()
    brush.setColour(`on-${value}`)
    if (width > 20) brush.icon(`tier-${value}`, left + 4, bar.y + 3, 12)
    const label = `${words.say(`tier.${value}`)} ${words.format.clock(from)}`
    brush.text(label, left + 20, bar.y + 13, { bold: true, noOutline: true, maxWidth: width - 24 })
  }
  context.lineWidth = 2
  for (const { from, to, value } of phases) {
    const [left, right] = [brush.x(from), brush.x(to)]
    brush.setColour('edge')
    context.setLineDash(value === null ? [3, 3] : [])
    context.beginPath()
    context.moveTo(left, phaseYPx)
    context.lineTo(Math.max(left + 2, right - 2), phaseYPx)
    context.stroke()
    context.setLineDash([])
    brush.setColour('axis')
    if (value !== null)
      brush.text(phaseWord(words, episode, value), left, phaseYPx + 15, { maxWidth: right - left - 4 })
  }
}
