/** What the loop keeps of one asset: its price at each reading, oldest first. */
type Prices = number[]

/** The state of the loop. */
export interface PumpAlerts {
  readonly pricesOf: Map<string, Prices>
  alerts: number
}

/** Readings over which a change is looked at, one a second, and the change that is told of. */
const outliers: readonly (readonly [readings: number, change: number])[] = [
  [1, 0.02],
  [5, 0.025],
  [15, 0.03],
  [30, 0.04],
  [60, 0.05],
  [300, 0.1],
  [900, 0.13],
  [1800, 0.16],
  [3600, 0.18],
]
const maxReadings = 3601

export const pumpAlerts = (): PumpAlerts => ({ pricesOf: new Map(), alerts: 0 })

/**
 * The loop of binance-pump-alerts, written from what its README describes: each second the price of every asset is
 * kept, and compared with those of some times before; a change beyond the time's limit is told. There the asset is
 * looked for in a list; here it is found in a map, which is the faster of the two.
 * Reference: https://github.com/brianleect/binance-pump-alerts
 */
export function pumpAlertsLoop(state: PumpAlerts, message: string): void {
  const { data } = JSON.parse(message) as { data: readonly { s: string; c: string }[] }
  for (const { s, c } of data) {
    let prices = state.pricesOf.get(s)
    if (!prices) state.pricesOf.set(s, (prices = []))
    const price = Number(c)
    prices.push(price)
    if (prices.length > 2 * maxReadings) prices.splice(0, maxReadings)
    for (const [readings, change] of outliers) {
      const before = prices[prices.length - 1 - readings]
      if (before === undefined) break
      if (Math.abs(price - before) >= change * before) state.alerts++
    }
  }
}
