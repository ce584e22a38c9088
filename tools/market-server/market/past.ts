import type { Bar } from './bar.ts'
import { mergeBars, minuteMs } from './bar.ts'
import { type Convert, fillGaps } from './candles.ts'
import { seedOf } from './random.ts'
import type { Tape } from './tape.ts'

/** Price and minute from which a pair's past is reckoned back. */
interface Anchor {
  readonly minute: number
  readonly price: number
}

const anchors = new WeakMap<Tape, Anchor>()

/** The moment at which the past of a tape was first asked for: what it holds grows and is cut, the past stays. */
function anchorOf(tape: Tape): Anchor {
  const [first] = tape.bars
  const anchor = anchors.get(tape) ?? { minute: first?.minute ?? 0, price: first?.open ?? tape.last }
  anchors.set(tape, anchor)
  return anchor
}

/** ln of the price at a minute, of waves of an hour to three weeks: without orders, and the same at every call. */
function waveAt(seed: number, minute: number): number {
  const wave = (minutes: number, height: number) =>
    height * Math.sin((2 * Math.PI * minute) / minutes + (seed % 1000) + minutes)
  return wave(67, 0.004) + wave(431, 0.012) + wave(2_917, 0.03) + wave(30_011, 0.08)
}

function pastBar(tape: Tape, minute: number): Bar {
  const { symbol, tick } = tape.instrument
  const anchor = anchorOf(tape)
  const seed = seedOf(symbol, 'past')
  const priceAt = (at: number) =>
    Math.max(tick, anchor.price * Math.exp(waveAt(seed, at) - waveAt(seed, anchor.minute)))
  const [open, close] = [priceAt(minute), priceAt(minute + 1)]
  const spread = 1 + (seedOf(symbol, minute) % 100) / 50_000
  const base = 1 + (seedOf(minute, symbol) % 900) / 10
  return {
    minute,
    open,
    high: Math.max(open, close) * spread,
    low: Math.min(open, close) / spread,
    close,
    base,
    quote: base * close,
    count: 3,
    buyBase: base / 2,
    buyQuote: (base * close) / 2,
    firstId: -1,
  }
}

/**
 * Bars of `minutes` that open from `from` on and before `until` (ms), up to `now`, without gaps. What is older than the
 * tape is a walk that depends on pair and minute alone; before its listing a pair has none.
 */
export function barsBetween(
  tape: Tape,
  minutes: number,
  from: number,
  until: number,
  now: number,
  convert: Convert = (bar) => bar,
): Bar[] {
  const opening = Math.max(from, tape.instrument.listedAt) / minuteMs / minutes
  const begin = Math.ceil(opening) * minutes
  const end = Math.min(until / minuteMs, Math.floor(now / minuteMs) + 1)
  const first = tape.bars[0]?.minute ?? end
  const bars: Bar[] = []
  for (let minute = begin; minute < Math.min(first, end + minutes); minute++) bars.push(pastBar(tape, minute))
  bars.push(...tape.bars.filter(({ minute }) => minute >= begin && minute * minuteMs <= now))
  return fillGaps(mergeBars(bars.map(convert), minutes), minutes, Math.ceil(end / minutes) * minutes).filter(
    ({ minute }) => minute < end,
  )
}
