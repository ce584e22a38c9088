import { minuteMs } from '../market/bar.ts'
import { onGrid, onSteps } from '../market/instrument.ts'
import { normal } from '../market/random.ts'
import type { Sink } from '../market/source.ts'
import type { FlowBias } from './plot.ts'
import type { Flow } from './flow.ts'
import type { Walk } from './walk.ts'

/** Generates the minute that begins at `minute` (ms) as one bar around the walk's present value. */
export function sketchMinute(
  actor: { readonly flow: Flow; readonly base: Walk | null; readonly quote: Walk | null },
  minute: number,
  bias: FlowBias,
  sink: Sink,
): void {
  const { pair, chance, spread } = actor.flow
  const heat = actor.base?.heat ?? 1
  const expected = pair.orders * heat * bias.pace
  const orders = Math.round(expected + Math.sqrt(expected) * normal(chance))
  if (orders < 1) return
  const perQuote = actor.quote?.ln(minute) ?? 0
  const middle = Math.exp((actor.base?.ln(minute) ?? 0) - perQuote)
  const near = (width: number): number => onGrid(middle * (1 + width * normal(chance)), pair.tick)
  const open = near(spread)
  const close = near(spread)
  const turnover =
    ((pair.size * bias.size) / Math.exp(perQuote)) * orders * Math.exp(0.4 * normal(chance) - 0.08)
  const base = onSteps(turnover / middle, pair.step)
  const buys = Math.max(0, Math.min(1, 0.5 + 0.15 * normal(chance)))
  sink.bar(pair.symbol, {
    minute: minute / minuteMs,
    open,
    high: Math.max(open, close, near(2 * spread)),
    low: Math.min(open, close, near(2 * spread)),
    close,
    base,
    quote: base * middle,
    count: Math.max(1, Math.round(orders * 1.2)),
    buyBase: onSteps(base * buys, pair.step),
    buyQuote: base * buys * middle,
  })
}
