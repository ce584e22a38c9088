import type { Side } from '../../../src/market/trade.ts'
import { onSteps } from '../market/instrument.ts'
import type { Fill, TakerOrder } from '../market/order.ts'
import type { Random } from '../market/random.ts'
import { exponential, geometric, logNormal } from '../market/random.ts'
import type { FlowBias } from './plot.ts'
import type { SimulatedPair } from './universe.ts'

/** What a taker order meets at one moment: the mid price and the state of the traders. */
export interface FlowState {
  readonly at: number
  /** Quote per base. */
  readonly middle: number
  readonly momentum: number
  readonly bias: FlowBias
}

/** The order flow of one pair: bursts of orders that lean to one side, as real takers arrive. */
export interface Flow {
  readonly pair: SimulatedPair
  readonly chance: Random
  /** Wait until the next order, in units of the hazard. */
  wait: number
  /** Orders of the current burst still to come, and their side. */
  followers: number
  side: Side
  lastAt: number
  /** Half the spread as a fraction of the price. */
  readonly spread: number
}

// Probability that an order is followed by another: 1 / (1 − p) orders a burst.
const followerShare = 0.45
const followerGapMs = 1_800

export function openFlow(pair: SimulatedPair, chance: Random): Flow {
  // Busier pairs have tighter books: about 0.02 % at 200 orders a minute, 0.5 % at one in five minutes.
  const spread = 0.0025 / Math.sqrt(1 + 8 * pair.orders)
  return { pair, chance, wait: exponential(chance), followers: 0, side: 'buy', lastAt: 0, spread }
}

/** Rate of bursts, per ms, and the mean gap between the orders of one, ms. */
export interface Rhythm {
  readonly hazard: number
  readonly gap: number
}

/** The rhythm that yields the pair's orders a minute: the time a burst takes shortens the wait for the next. */
export function rhythmOf(flow: Flow, heat: number, pace: number): Rhythm {
  const bursts = ((flow.pair.orders * (1 - followerShare)) / 60_000) * heat * pace
  const gap = Math.min(followerGapMs / Math.sqrt(pace), 0.4 / bursts)
  return { hazard: 1 / (1 / bursts - (followerShare / (1 - followerShare)) * gap), gap }
}

/** Generates the next order and draws the wait for the one after it. */
export function nextOrder(flow: Flow, moment: FlowState, rhythm: Rhythm, btcPerQuote: number): TakerOrder {
  const { chance } = flow
  if (flow.followers > 0) flow.followers -= 1
  else {
    flow.followers = geometric(chance, followerShare)
    flow.side = chance.next() < buyShare(moment) ? 'buy' : 'sell'
  }
  flow.wait = exponential(chance) * (flow.followers > 0 ? rhythm.gap * rhythm.hazard : 1)
  const side: Side = chance.next() < 0.8 ? flow.side : chance.next() < buyShare(moment) ? 'buy' : 'sell'
  // Two orders of one pair never share a millisecond: fills of equal time and side count as one order.
  const at = Math.max(Math.ceil(moment.at), flow.lastAt + 1)
  flow.lastAt = at
  return { symbol: flow.pair.symbol, at, side, fills: fillsOf(flow, side, moment, btcPerQuote) }
}

const buyShare = ({ bias, momentum }: FlowState): number =>
  bias.buys ?? Math.max(0.08, Math.min(0.92, 0.5 + 14 * momentum))

function fillsOf(flow: Flow, side: Side, moment: FlowState, btcPerQuote: number): Fill[] {
  const { chance, pair, spread } = flow
  const { bias, middle } = moment
  const ticks = middle / pair.tick
  const wide = Math.max(1, Math.round(2 * spread * ticks))
  const bid = Math.max(1, Math.floor(ticks - (wide - 1) / 2))
  const draw = chance.next()
  const sweeps = draw < 0.05 + bias.rush
  const splits = !sweeps && draw < 0.11 + bias.rush * 1.2
  const levels = sweeps ? 2 + geometric(chance, 0.35 + 0.4 * bias.rush) : 1
  // Levels are a third of the spread apart, at least a tick; on a coarse grid one level more would be a jump.
  const gap = Math.max(1, Math.round((wide / 3) * (0.5 + chance.next())))
  const deep = Math.min(levels, 1 + Math.floor((0.012 * ticks) / gap))
  const size = pair.size * bias.size * logNormal(chance, 1.2) * (sweeps ? 1.8 : 1)
  const amount = size / btcPerQuote / middle
  const count = splits ? 2 + geometric(chance, 0.3) : deep
  const fills: Fill[] = []
  for (let i = 0; i < count; i++) {
    const away = splits ? 0 : i * gap
    const tick = side === 'buy' ? bid + wide + away : Math.max(1, bid - away)
    fills.push({
      price: tick / Math.round(1 / pair.tick),
      amount: onSteps((amount / count) * (0.4 + 1.2 * chance.next()), pair.step),
    })
  }
  return fills
}
