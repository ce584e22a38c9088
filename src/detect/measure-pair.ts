import type { Tier } from '../market/tier.ts'
import { type Extreme, lowest } from '../stats/extremes.ts'
import type { Detection } from './episode/detection.ts'
import type { MarketData } from './pair/market-data.ts'
import { isCoin, type PairState } from './pair/pair-state.ts'
import { liveTape } from './pair/trade-feed.ts'
import { usdOf } from './pair/price/usd-of.ts'
import { detectOffPeg } from './pegs/detect-off-peg.ts'
import { ofItsOwn } from './pegs/own-move.ts'
import { detectSlowMoves } from './rules/detect-slow-moves.ts'
import type { Measurement, Scored } from './score/measurement.ts'
import { evidenceOf, scoreOf } from './score/score.ts'
import type { Scoring } from './score/scoring.ts'
import { mayBeRising } from './screen.ts'
import { dollars } from '../market/dollars.ts'
import { minTradeScoreSpacingMs, W300 } from './settings.ts'
import { type Moment, momentOf } from './signs/moment.ts'
import { gate, slowFeed } from './thresholds.ts'

const nothing: readonly Detection[] = []

/**
 * Measures one pair now: the gate, the score, the rules of slow moves. What is measured depends neither on the
 * sensitivity nor on the pair's episode.
 *
 * @param at market time, ms
 */
export function measurePair(data: MarketData, scoring: Scoring, pair: PairState, at: number): Measurement {
  const price = priceOf(pair)
  return {
    at,
    price,
    scored: ofItsOwn(data, pair, price, scoreIfRisen(data, scoring, pair, price, at)),
    detections: detectionsOf(data, pair, price, at),
  }
}

/**
 * Measures one pair by the trades since it was measured last. Slow moves wait for the next ticker frame, and a
 * score of a moment ago is not computed again.
 */
export function measureTrades(data: MarketData, scoring: Scoring, pair: PairState, at: number): Measurement {
  const { suspicion } = pair
  const price = priceOf(pair)
  const isDue = !suspicion || at - suspicion.scoredAt >= minTradeScoreSpacingMs
  return {
    at,
    price,
    scored: isDue ? ofItsOwn(data, pair, price, scoreIfRisen(data, scoring, pair, price, at)) : null,
    detections: nothing,
  }
}

function detectionsOf(data: MarketData, pair: PairState, price: number, at: number): readonly Detection[] {
  const slow = detectSlowMoves(data, pair, price, at)
  if (data.pegs.size === 0) return slow
  const own = slow.flatMap((detection) => ofItsOwn(data, pair, price, detection) ?? [])
  const offPeg = detectOffPeg(data, pair, price, at)
  return offPeg ? [...own, offPeg] : own
}

/** The newest price of a pair: that of its last trade while trades arrive, else of its ticker. */
export function priceOf(pair: PairState): number {
  const tape = liveTape(pair)
  return tape && tape.at >= pair.at ? tape.last : pair.last
}

/**
 * The score behind the gate, null while that is shut. Its cheap part comes first; then
 * the market's move is taken out.
 */
function scoreIfRisen(
  data: MarketData,
  scoring: Scoring,
  pair: PairState,
  price: number,
  at: number,
): Scored | null {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base) || !isCoin(pair)) return null
  const { tables, row } = pair
  const level = Math.log(price)
  if (!mayBeRising(pair, level, at)) return null
  const low = lowest(tables.bars, row, at, W300)
  if (!low || level - low.price < gate.rise) return null
  const moment = momentOf(pair, at, price, usdOf(data, pair.quote) ?? 1, data.drift, data.spacing)
  return moment.r60 < gate.r60 && moment.r300 < gate.r300 ? null : scored(data, scoring, moment, low)
}

function scored({ spacing }: MarketData, scoring: Scoring, moment: Moment, low: Extreme): Scored {
  const from = { price: Math.exp(low.price), at: low.at }
  const evidence = evidenceOf(scoring, moment)
  const { logit, feed, confirmed } = scoreOf(scoring, spacing, moment)
  return { logit, feed, confirmed, ceiling: ceilingOf(spacing, moment), from, evidence }
}

/** A feed slower than a minute shows where a rise led, not how it went: there it must have led far. */
function ceilingOf(spacing: number, { r300 }: Moment): Tier | null {
  if (spacing <= slowFeed.spacingMs || r300 >= slowFeed.warning) return 'danger'
  return r300 >= slowFeed.notice ? 'notice' : null
}
