/** The minimum work per trade of a followed pair: a slot per second with what takers bought and sold. */
export interface TradeFloor {
  readonly seconds: Float64Array
  readonly bought: Float64Array
  readonly sold: Float64Array
  readonly count: Float64Array
  last: number
}

const span = 64

/** An empty tape. */
export function tradeFloor(): TradeFloor {
  const column = () => new Float64Array(span)
  return { seconds: column(), bought: column(), sold: column(), count: column(), last: 0 }
}

/** Parses a message and adds its trade to its second. */
export function floorOfTrade(floor: TradeFloor, message: string): void {
  const { data } = JSON.parse(message) as { data: { p: string; q: string; m: boolean; T: number } }
  const second = Math.floor(data.T / 1000)
  const at = second % span
  if (floor.seconds[at] !== second) {
    floor.seconds[at] = second
    floor.bought[at] = floor.sold[at] = floor.count[at] = 0
  }
  const price = Number(data.p)
  const turnover = price * Number(data.q)
  if (data.m) floor.sold[at]! += turnover
  else floor.bought[at]! += turnover
  floor.count[at]!++
  floor.last = price
}
