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
  /** Null where it is not known. */
  readonly baseVolume: number | null
  readonly quoteVolume: number | null
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
    baseVolume: sumOf(a.baseVolume, b.baseVolume),
    quoteVolume: sumOf(a.quoteVolume, b.quoteVolume),
    strayPrice: a.strayPrice ?? b.strayPrice,
  }
}

/** A sum with an unknown part is unknown. */
const sumOf = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

/**
 * The bars with the price of now in the last of them: candles come once a minute, and some venues' only once they are
 * over. A bar begun by it opens at the close before it; its volume is not known.
 */
export function withLastPrice(
  bars: readonly (ChartBar | null)[],
  grid: TimeGrid,
  last: { readonly price: number; readonly at: number } | null,
): readonly (ChartBar | null)[] {
  const slot = last ? slotOf(grid, last.at) : -1
  const newest = bars.findLastIndex((bar) => bar !== null)
  const before = bars[newest]
  if (!last || !before || slot < newest || slot >= grid.size) return bars
  const { price } = last
  const begun = { open: before.close, high: before.close, low: before.close, strayPrice: null }
  const bar = slot === newest ? before : { ...begun, baseVolume: null, quoteVolume: null }
  const moved = { ...bar, high: Math.max(bar.high, price), low: Math.min(bar.low, price), close: price }
  return bars.with(slot, moved)
}

function barOf(candle: Candle, print: StrayPrint | null): ChartBar {
  const { open, high, low, close, baseVolume, quoteVolume = null } = candle
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
