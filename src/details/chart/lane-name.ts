import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { laneLabel, laneValue } from './lane-words.ts'
import type { ChartModel } from './model.ts'

/** The name of a sign on its pane with its largest value; a pane that stays empty says so. */
export function drawLaneName(
  brush: Brush,
  { lanes, episode }: ChartModel,
  i: number,
  words: DetailsWords,
): void {
  const lane = lanes[i]
  if (!lane || !episode) {
    brush.hatch(0, brush.width)
    brush.ink('axis')
    brush.text(words.say('chart.noLane'), 6, 15)
    return
  }
  brush.ink('text-2')
  brush.text(laneLabel(words, lane, episode), 6, 15)
  const largest = lane.points.reduce<number | null>(
    (most, point) => (point !== null && Math.abs(point) > Math.abs(most ?? 0) ? point : most),
    null,
  )
  if (largest === null) return
  brush.ink('text')
  brush.text(laneValue(words, lane, largest, episode), brush.width - 8, 15, { align: 'right', strong: true })
}
