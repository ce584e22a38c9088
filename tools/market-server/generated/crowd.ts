import { dollars } from '../../../src/market/dollars.ts'
import { dayMs, minuteMs } from '../market/bar.ts'
import type { Period } from '../market/events.ts'
import { within } from '../market/events.ts'
import type { TakerOrder } from '../market/order.ts'
import { heavyTailed, random, seedOf } from '../market/random.ts'
import type { Sink, OrderSource } from '../market/source.ts'
import type { FlowBias, FlowPath, Plot, PricePath } from './plot.ts'
import { neutral, noPlot } from './plot.ts'
import type { Flow } from './flow.ts'
import { nextOrder, openFlow, rhythmOf } from './flow.ts'
import { sketchMinute } from './sketch.ts'
import type { SimulatedPair, Universe } from './universe.ts'
import { habits } from './universe.ts'
import type { Walk } from './walk.ts'
import { openPeggedWalk, openWalk } from './walk.ts'

const stepMs = 5_000
// History is generated in coarser steps until half an hour before the start.
const historyStepMs = 20_000
const historyEndMs = 30 * minuteMs

interface TradedPair {
  readonly flow: Flow
  readonly base: Walk | null
  readonly quote: Walk | null
  readonly bias: FlowPath | null
  /** Before this market time only whole minutes are generated. */
  readonly detailFrom: number
}

/**
 * Seeded traders of a whole universe: every coin follows the market and a walk of its own, every pair has bursts
 * of taker orders around its mid price, and a plot changes both.
 *
 * Generated in fixed steps of five seconds, so that the same seed gives the same trades however often it is
 * advanced. Before `start`, busy pairs are sketched minute by minute and only their last 1,500 orders or so are
 * generated one by one: a day of history costs about two seconds. While the venue is `closed`, values stand
 * still.
 */
export function openCrowd(
  seed: number,
  universe: Universe,
  start: number,
  plot: Plot = noPlot,
  closed: readonly Period[] = [],
): OrderSource {
  const from = start - dayMs - minuteMs
  const market = random(seedOf(seed, 'market'))
  const walks = new Map<string, Walk>()
  // The numeraire is BTC: the dollar's walk in BTC carries the moves of BTC itself.
  const dollar = openWalk(seedOf(seed, 'USDT'), 1 / universe.usdtPerBtc, 0.028, 0, plot.coin('USDT'))
  walks.set('USDT', dollar)
  const traded = new Set(universe.pairs.flatMap(({ base, quote }) => [base, quote]))
  for (const { name, price, liquidity } of universe.coins) {
    // Each walks by its own draws: what nobody trades need not be known.
    if (!traded.has(name)) continue
    const open = (sigma: number, start: number, course: PricePath | null) =>
      openWalk(seedOf(seed, name), start, sigma, 1, course)
    // A dollar coin goes with the dollar, whatever a story makes of that, unless it is said to lose its peg.
    walks.set(
      name,
      dollars.has(name)
        ? openPeggedWalk(dollar, open(0.001, 1, plot.peg?.(name) ?? null))
        : open(habits[liquidity].sigma, price, plot.coin(name)),
    )
  }
  const actors: TradedPair[] = universe.pairs
    .filter((pair) => !pair.dead)
    .map((pair) => ({
      flow: openFlow(pair, random(seedOf(seed, pair.symbol))),
      base: walks.get(pair.base) ?? null,
      quote: walks.get(pair.quote) ?? null,
      bias: plot.bias(pair),
      detailFrom: detailFrom(pair, from, start),
    }))
  let made = Math.floor(from / minuteMs) * minuteMs
  const fine = Math.floor((start - historyEndMs) / minuteMs) * minuteMs
  let forced = 0
  let queue: TakerOrder[] = []

  const makeStep = (sink: Sink): void => {
    const length = made < fine ? historyStepMs : stepMs
    const common = 0.012 * Math.sqrt(length / dayMs) * heavyTailed(market)
    const still = within(closed, made)
    for (const walk of walks.values()) walk.step(made, length, common, still)
    const fresh: TakerOrder[] = []
    for (const actor of actors) {
      if (made < actor.detailFrom) {
        if (made % minuteMs === 0 && made >= from && made >= actor.flow.pair.listedAt) {
          sketchMinute(actor, made, biasOf(actor, made), sink)
        }
      } else generateStep(actor, made, length, fresh)
    }
    made += length
    for (let order = plot.forced[forced]; order && order.at < made; order = plot.forced[++forced]) {
      if (order.at >= made - length) fresh.push(order)
    }
    // Orders of the previous step may lie a few milliseconds inside this one.
    queue = [...queue, ...fresh].sort((a, b) => a.at - b.at)
  }
  const release = (to: number, sink: Sink): void => {
    let due = 0
    for (let order = queue[0]; order && order.at <= to; order = queue[++due]) sink.order(order)
    if (due > 0) queue = queue.slice(due)
  }
  return {
    instruments: universe.pairs,
    from,
    until(to, sink) {
      release(to, sink)
      while (made <= to) {
        makeStep(sink)
        release(to, sink)
      }
    },
  }
}

function generateStep(actor: TradedPair, begin: number, length: number, fresh: TakerOrder[]): void {
  const { flow } = actor
  const bias = biasOf(actor, begin)
  const rhythm = rhythmOf(flow, actor.base?.heat ?? 1, bias.pace)
  const { hazard } = rhythm
  let at = begin
  let left = length
  while (flow.wait <= hazard * left) {
    const ahead = flow.wait / hazard
    at += ahead
    left -= ahead
    const perQuote = actor.quote?.ln(at) ?? 0
    const moment = {
      at,
      middle: Math.exp((actor.base?.ln(at) ?? 0) - perQuote),
      momentum: momentumOf(actor),
      bias,
    }
    fresh.push(nextOrder(flow, moment, rhythm, Math.exp(perQuote)))
  }
  flow.wait -= hazard * left
}

const biasOf = ({ bias }: TradedPair, at: number): FlowBias =>
  bias && at >= bias.from ? bias.at(at) : neutral

const momentumOf = (actor: TradedPair): number =>
  (actor.base?.momentum() ?? 0) - (actor.quote?.momentum() ?? 0)

function detailFrom(pair: SimulatedPair, from: number, start: number): number {
  const minutes = Math.ceil(Math.max(10, 1_500 / pair.orders))
  return Math.max(from, pair.listedAt, Math.floor(start / minuteMs - minutes) * minuteMs)
}
