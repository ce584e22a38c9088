import type { Rule } from './rule.ts'

/**
 * Fixed percentages over fixed windows, up to five minutes, as binance-pump-alerts ships them (config.yml of
 * commit 027b8ba; its windows from 15 min to 6 h are left out: they would only add alarms). Rises only. Prices
 * are taken once a second.
 * https://github.com/brianleect/binance-pump-alerts
 */
const limits: readonly (readonly [seconds: number, rise: number])[] = [
  [1, 0.01],
  [5, 0.02],
  [15, 0.03],
  [30, 0.04],
  [60, 0.05],
  [300, 0.05],
]

/** @returns the rule for one pair */
export function fixedPercent(): Rule {
  const seconds: number[] = []
  const closes: number[] = []
  return {
    name: 'fixed % in 1 s…5 min, as binance-pump-alerts ships',
    take({ at, price }) {
      const now = Math.floor(at / 1000)
      if (seconds.at(-1) === now) closes[closes.length - 1] = price
      else {
        seconds.push(now)
        closes.push(price)
      }
      // The last close at or before the longest window's beginning stays.
      while (seconds.length > 1 && seconds[1]! <= now - 300) {
        seconds.shift()
        closes.shift()
      }
      return limits.some(([window, rise]) => price >= closeAt(now - window) * (1 + rise))
    },
  }

  function closeAt(second: number): number {
    for (let index = seconds.length - 1; index >= 0; index--) {
      if (seconds[index]! <= second) return closes[index]!
    }
    return Infinity
  }
}
