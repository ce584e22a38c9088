import type { DetailsWords } from '../words.ts'
import type { LaneSeries } from './create-series.ts'
import { type Lane, signsOf } from './lane.ts'
import { laneValue } from './lane-words.ts'
import type { ChartModel } from './model.ts'
import { lineData } from './series-data.ts'

/** A line of so few values would not be seen. */
const fewPoints = 3

/** Draws a lane into the series of its pane; without one all of them are empty. */
export function updateLane(
  { line, dashed, above, below }: LaneSeries,
  lane: Lane | undefined,
  { grid, episode }: ChartModel,
  words: DetailsWords,
): void {
  const signs = lane ? signsOf(lane) : []
  const isBars = lane?.source === 'contract' && lane.unit === 'usd'
  // A bar of nothing would still have its colour.
  const bars = (sign: Lane['sign'], direction: 1 | -1) => {
    const points = (isBars && signs.find((each) => each.sign === sign)?.points) || []
    return lineData(
      grid,
      points.map((point) => (point ? direction * point : null)),
    )
  }
  above.setData(bars('shorts-liquidated', 1))
  below.setData(bars('longs-liquidated', -1))
  const lines = isBars ? [] : signs
  for (const [i, series] of [line, dashed].entries()) {
    const points = lines[i]?.points ?? []
    series.setData(lineData(grid, points))
    series.applyOptions({ pointMarkersVisible: points.filter((point) => point !== null).length < fewPoints })
  }
  if (!lane || !episode) return
  const formatter = (value: number) => laneValue(words, lane, isBars ? Math.abs(value) : value, episode)
  const priceFormat = { type: 'custom', minMove: 0.001, formatter } as const
  for (const series of [line, dashed, above, below]) series.applyOptions({ priceFormat })
}
