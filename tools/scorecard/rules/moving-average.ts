import type { Rule } from './rule.ts'

const hourMs = 3_600_000
const window = 12

/** How much above their means a candle's volume and high must be. */
export interface Excess {
  readonly name: string
  readonly volume: number
  readonly price: number
}

/**
 * Volume and high of an hourly candle above the means of the last twelve: Kamps & Kleinberg 2018, "To the moon:
 * defining and detecting cryptocurrency pump-and-dumps", Crime Science 7:18. Judged while the candle grows,
 * which is kinder than the published rule: at its close it would come up to an hour late.
 */
export function movingAverage({ name, volume: volumeTimes, price: priceTimes }: Excess): () => Rule {
  return () => {
    const volumes: number[] = []
    const closes: number[] = []
    let hour = -1
    let volume = 0
    let close = 0
    return {
      name,
      take({ at, price, amount }) {
        const now = Math.floor(at / hourMs)
        for (; hour >= 0 && hour < now; hour++) {
          volumes.push(volume)
          closes.push(close)
          volume = 0
          if (volumes.length > window) volumes.shift()
          if (closes.length > window) closes.shift()
        }
        hour = now
        volume += amount
        close = price
        if (volumes.length < window) return false
        return volume > volumeTimes * mean(volumes) && price > priceTimes * mean(closes)
      },
    }
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
