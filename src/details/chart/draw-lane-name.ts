import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { laneLabel, laneSum } from './lane-words.ts'
import type { ChartModel } from './model.ts'

/** Draws a lane's name and what it comes to on its pane, or that the pane is empty. */
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
  const label = laneLabel(words, lane, episode)
  brush.setColour('text-2')
  brush.text(label, 6, 15)
  const sum = laneSum(words, lane, episode)
  if (sum === null) return
  brush.setColour('text')
  // Beside the name, or not at all.
  const maxWidth = brush.width - brush.widthOf(label) - 26
  brush.text(sum, brush.width - 8, 15, { align: 'right', bold: true, maxWidth })
}
