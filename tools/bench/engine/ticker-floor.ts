/** The minimum work per ticker row for any program that checks every pair: the denominator of the benchmark. */
export interface TickerFloor {
  readonly index: Map<string, number>
  readonly price: Float64Array
  readonly turnover: Float64Array
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** A floor for `pairs` pairs. */
export function tickerFloor(pairs: number): TickerFloor {
  const column = () => new Float64Array(pairs)
  return { index: new Map(), price: column(), turnover: column(), mean: column(), variance: column() }
}

const alpha = 0.01

/**
 * Parses a message and, for each row, finds the pair, reads two numbers, and updates mean and variance of the
 * log return.
 */
export function floorOfMessage(floor: TickerFloor, message: string): void {
  const { data } = JSON.parse(message) as { data: readonly { s: string; c: string; q: string }[] }
  for (const { s, c, q } of data) {
    let at = floor.index.get(s)
    if (at === undefined) floor.index.set(s, (at = floor.index.size))
    const price = Number(c)
    const off = Math.log(price / (floor.price[at]! || price)) - floor.mean[at]!
    floor.price[at] = price
    floor.turnover[at] = Number(q)
    floor.mean[at]! += alpha * off
    floor.variance[at] = (1 - alpha) * (floor.variance[at]! + alpha * off * off)
  }
}
