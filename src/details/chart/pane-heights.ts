import { lanesMost } from './lanes.ts'

/** Heights of the panes, px: tiers, price, volume, each sign, official word. */
export const heights = { ribbon: 52, price: 270, volume: 56, lane: 56, official: 38 }
const axis = 27

/** Height of the whole chart, px: its place is kept before it is drawn. */
export const chartHeight =
  heights.ribbon +
  heights.price +
  heights.volume +
  lanesMost * heights.lane +
  heights.official +
  axis +
  3 +
  lanesMost
