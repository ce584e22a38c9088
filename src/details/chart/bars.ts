import type { Episode, StrayPrint } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import { isStray } from '../../ui/card/is-stray.ts'
import { slotOf, type TimeGrid } from './grid.ts'

/** One bar of the chart: its candle, without the stray print where it holds one. */
export interface ChartBar {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly baseVolume: number
  readonly quoteVolume: number
  /** Price of the stray print within this bar, or null. */
  readonly strayPrice: number | null
}

/** The candles placed on the grid; null for bars without any. Candles outside the grid are ignored. */
export function barsOf(
  candles: readonly Candle[],
  grid: TimeGrid,
  print: StrayPrint | null,
): (ChartBar | null)[] {
  const bars = Array.from<ChartBar | null>({ length: grid.size }).fill(null)
  for (const candle of candles) {
    const slot = slotOf(grid, candle.at)
    if (slot < 0 || slot >= grid.size) continue
    const bar = barOf(candle, print)
    const before = bars[slot]
    // While an episode runs, the bars get longer before candles of that length have been queried.
    bars[slot] = before ? mergeBars(before, bar) : bar
  }
  return bars
}

function mergeBars(a: ChartBar, b: ChartBar): ChartBar {
  return {
    open: a.open,
    high: Math.max(a.high, b.high),
    low: Math.min(a.low, b.low),
    close: b.close,
    baseVolume: a.baseVolume + b.baseVolume,
    quoteVolume: a.quoteVolume + b.quoteVolume,
    strayPrice: a.strayPrice ?? b.strayPrice,
  }
}

function barOf(candle: Candle, print: StrayPrint | null): ChartBar {
  const { open, high, low, close, baseVolume, quoteVolume } = candle
  const prices = [open, high, low, close]
  const stray = prices.find((price) => isStray(price, print)) ?? null
  if (stray === null || !print) return { open, high, low, close, baseVolume, quoteVolume, strayPrice: null }
  const plausible = prices.filter((price) => !isStray(price, print))
  const corrected = (price: number) => (isStray(price, print) ? (plausible[0] ?? print.reference) : price)
  const [first, last] = [corrected(open), corrected(close)]
  // Prices on the stray print's side are replaced by the bar's other prices, else by the print's reference.
  return {
    open: first,
    high: Math.max(first, last, ...plausible),
    low: Math.min(first, last, ...plausible),
    close: last,
    baseVolume,
    quoteVolume,
    strayPrice: print.price,
  }
}

/**
 * An episode's price line on the grid, for a chart without candles: prices, or for a whole market changes as
 * fractions. Null where the line has no value.
 */
export function lineOf(episode: Episode, grid: TimeGrid): (number | null)[] {
  const { line, updatedAt, symbol, strayPrint } = episode
  const points = Array.from<number | null>({ length: grid.size }).fill(null)
  line.values.forEach((value, i) => {
    const at = updatedAt - (line.values.length - 1 - i) * line.stepMs
    const slot = slotOf(grid, at)
    if (slot < 0 || slot >= grid.size || isStray(value, strayPrint)) return
    points[slot] = symbol === null ? value - 1 : value
  })
  return points
}
