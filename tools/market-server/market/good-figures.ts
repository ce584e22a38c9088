import type { Bar } from './bar.ts'
import { MINUTE } from './bar.ts'
import type { Figures } from './figures.ts'
import { figuresOf } from './figures.ts'
import type { Good } from './good.ts'

/** A bar of a good's tape in the good's quote. */
export function goodBar(good: Good, bar: Bar): Bar {
  const at = bar.minute * MINUTE
  const worth = good.rate * good.factor(at)
  return {
    ...bar,
    open: good.price(bar.open, at),
    high: good.price(bar.high, at),
    low: good.price(bar.low, at),
    close: good.price(bar.close, at),
    quote: bar.quote * worth,
    buyQuote: bar.buyQuote * worth,
  }
}

/** The last 24 h of a good. */
export function goodFigures(good: Good): Figures {
  const { tape, rate } = good
  const played = figuresOf(tape, tape.day)
  const last = good.price(played.last, tape.lastAt)
  if (played.count === 0) return { ...played, open: last, high: last, low: last, last }
  if (good.aparts.length > 0) return barFigures(good, { ...played, last })
  const { open, high, low, quote, weighted } = played
  const priced = { open: good.price(open), high: good.price(high), low: good.price(low), last }
  return { ...played, ...priced, quote: quote * rate, weighted: weighted * rate }
}

/** Minute by minute, as each has its own factor. */
function barFigures(good: Good, played: Figures): Figures {
  const { tape } = good
  const bars = tape.bars.slice(tape.day.first).map((bar) => goodBar(good, bar))
  const quote = bars.reduce((sum, bar) => sum + bar.quote, 0)
  return {
    ...played,
    open: bars[0]?.open ?? played.last,
    high: Math.max(played.last, ...bars.map(({ high }) => high)),
    low: Math.min(played.last, ...bars.map(({ low }) => low)),
    quote,
    weighted: quote / played.base,
  }
}
