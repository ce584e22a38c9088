import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { laneLabel, laneValue } from './lane-words.ts'
import type { ChartModel } from './model.ts'

/** Draws a sign's name and largest value on its pane, or that the pane is empty. */
export function drawLaneName(
  brush: Brush,
  { lanes, episode }: ChartModel,
  i: number,
  words: DetailsWords,
): void {
  const lane = lanes[i]
  if (!lane || !episode) {
    brush.hatch(0, brush.width)
    brush.setColour('axis')
    brush.text(words.say('chart.noLane'), 6, 15)
    return
  }
  brush.setColour('text-2')
  brush.text(laneLabel(words, lane, episode), 6, 15)
  const largest = lane.points.reduce<number | null>(
    (max, point) => (point !== null && Math.abs(point) > Math.abs(max ?? 0) ? point : max),
    null,
  )
  if (largest === null) return
  brush.setColour('text')
  brush.text(laneValue(words, lane, largest, episode), brush.width - 8, 15, { align: 'right', bold: true })
}
