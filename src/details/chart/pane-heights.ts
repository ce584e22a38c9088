/** Heights of the panes (px): tiers, price, volume, each sign, official statements. */
export const paneHeightsPx = { ribbon: 52, price: 270, volume: 56, lane: 56, official: 38 }
const axisHeightPx = 27

/** Height of the whole chart (px), reserved before it is drawn: axis and separators of 1 px included. */
export const chartHeightPx = (lanePanes: number): number =>
  paneHeightsPx.ribbon +
  paneHeightsPx.price +
  paneHeightsPx.volume +
  lanePanes * paneHeightsPx.lane +
  paneHeightsPx.official +
  axisHeightPx +
  3 +
  lanePanes
