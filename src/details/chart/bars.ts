import type { Episode, StrayPrint } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import { slotOf, type Grid } from './grid.ts'

/** One bar of the chart: its candle, cut to the scale where a stray print reached beyond it. */
export interface Bar {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly baseVolume: number
  readonly quoteVolume: number
  /** The price beyond the scale that this bar reached, or null. */
  readonly beyond: number | null
}

/** The candles on the grid's bars; null where there is none. Candles outside the grid are left out. */
export function barsOf(candles: readonly Candle[], grid: Grid, print: StrayPrint | null): (Bar | null)[] {
  const bars = Array.from<Bar | null>({ length: grid.size }).fill(null)
  for (const candle of candles) {
    const slot = slotOf(grid, candle.at)
    if (slot < 0 || slot >= grid.size) continue
    const bar = barOf(candle, print)
    const before = bars[slot]
    // While an episode grows its bars get longer, sooner than the candles that were asked for.
    bars[slot] = before ? both(before, bar) : bar
  }
  return bars
}

/** Whether a price lies on a stray print's side of the (geometric) middle between print and market. */
function isAstray(price: number, print: StrayPrint | null): boolean {
  if (!print || print.price <= 0 || print.reference <= 0) return false
  const middle = Math.sqrt(print.price * print.reference)
  return print.price > print.reference ? price > middle : price < middle
}

function both(a: Bar, b: Bar): Bar {
  return {
    open: a.open,
    high: Math.max(a.high, b.high),
    low: Math.min(a.low, b.low),
    close: b.close,
    baseVolume: a.baseVolume + b.baseVolume,
    quoteVolume: a.quoteVolume + b.quoteVolume,
    beyond: a.beyond ?? b.beyond,
  }
}

function barOf(candle: Candle, print: StrayPrint | null): Bar {
  const { open, high, low, close, baseVolume, quoteVolume } = candle
  const prices = [open, high, low, close]
  const beyond = prices.find((price) => isAstray(price, print)) ?? null
  if (beyond === null || !print) return { open, high, low, close, baseVolume, quoteVolume, beyond: null }
  const sound = prices.filter((price) => !isAstray(price, print))
  const least = (price: number) => (isAstray(price, print) ? (sound[0] ?? print.reference) : price)
  const [first, last] = [least(open), least(close)]
  // The price that broke out tells nothing of the rest of the bar: it is cut to what else is known.
  return {
    open: first,
    high: Math.max(first, last, ...sound),
    low: Math.min(first, last, ...sound),
    close: last,
    baseVolume,
    quoteVolume,
    beyond: print.price,
  }
}

/**
 * An episode's own price line on the grid, for a chart without candles: prices, or of a whole market changes
 * as fractions. Null where the line says nothing.
 */
export function lineOf(episode: Episode, grid: Grid): (number | null)[] {
  const { line, updatedAt, symbol, strayPrint } = episode
  const points = Array.from<number | null>({ length: grid.size }).fill(null)
  line.values.forEach((value, i) => {
    const at = updatedAt - (line.values.length - 1 - i) * line.stepMs
    const slot = slotOf(grid, at)
    if (slot < 0 || slot >= grid.size || isAstray(value, strayPrint)) return
    points[slot] = symbol === null ? value - 1 : value
  })
  return points
}
