import type { DrawnPair } from './drawn-market.ts'

const pair = (name: string, price: number, turnover: number, trades: number, sigma: number): DrawnPair => {
  const [base, quote] = name.split('/') as [string, string]
  return { base, quote, price, turnover, trades, sigma }
}

/** Majors, dollar coins and a staked coin of a large venue at the end of 2025. */
const known: readonly DrawnPair[] = [
  pair('BTC/USDT', 87_600, 900_000, 900, 0.0006),
  pair('ETH/USDT', 2950, 600_000, 700, 0.0008),
  pair('ETH/USDC', 2950, 90_000, 120, 0.0008),
  pair('SOL/USDT', 125, 250_000, 300, 0.001),
  pair('USDC/USDT', 1, 300_000, 90, 0.00002),
  pair('FDUSD/USDT', 0.998, 100_000, 40, 0.00003),
  pair('USDE/USDT', 1, 40_000, 30, 0.00003),
  pair('BTC/USD1', 87_600, 15_000, 12, 0.0007),
  { ...pair('WBETH/USDT', 3180, 6000, 5, 0.001), with: 'ETHUSDT' },
]

/** The known pairs, and so many ordinary coins against USDT. */
export function drawnCrowd(coins = 50): readonly DrawnPair[] {
  const ordinary = Array.from({ length: coins }, (_, i) =>
    pair(`A${i}/USDT`, 0.05 * (1 + i), 1500 + 400 * (i % 20), 8 + (i % 25), 0.0012),
  )
  return [...known, ...ordinary]
}

/** A course through points of seconds and values: a straight line in logs between two, level before and after. */
export function along(points: readonly (readonly [number, number])[]): (second: number) => number {
  return (second) => {
    const next = points.findIndex(([at]) => at > second)
    if (next < 0) return points.at(-1)![1]
    const [to, from] = [points[next]!, points[Math.max(0, next - 1)]!]
    const share = to === from ? 0 : (second - from[0]) / (to[0] - from[0])
    return Math.exp(Math.log(from[1]) + share * (Math.log(to[1]) - Math.log(from[1])))
  }
}
