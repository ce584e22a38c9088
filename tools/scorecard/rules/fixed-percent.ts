import type { Rule } from './rule.ts'

/** Rise (fraction) within a time. */
type Limits = readonly (readonly [seconds: number, rise: number])[]

/** The present defaults of binance-pump-alerts: config.yml of commit 027b8ba. */
export const presentLimits: Limits = [
  [1, 0.01],
  [5, 0.02],
  [15, 0.03],
  [30, 0.04],
  [60, 0.05],
  [300, 0.05],
]

/** Its former defaults: params.py of commit 0188d23. */
export const formerLimits: Limits = [
  [1, 0.02],
  [5, 0.05],
  [15, 0.06],
  [30, 0.08],
  [60, 0.1],
  [300, 0.1],
]

/**
 * Fixed percentages over fixed windows, as https://github.com/brianleect/binance-pump-alerts ships them. Its
 * windows from 15 min to 6 h are left out: they would only add alarms. Rises only; a price a second.
 */
export function fixedPercent(name: string, limits: Limits): () => Rule {
  return () => ruleOf(name, limits)
}

function ruleOf(name: string, limits: Limits): Rule {
  const seconds: number[] = []
  const closes: number[] = []
  return {
    name,
    take({ at, price }) {
      const now = Math.floor(at / 1000)
      if (seconds.at(-1) === now) closes[closes.length - 1] = price
      else {
        seconds.push(now)
        closes.push(price)
      }
      // Keeps the last close at or before the start of the longest window.
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
