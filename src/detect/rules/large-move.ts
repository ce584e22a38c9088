import type { Tier } from '../../market/tier.ts'
import { tierRank } from '../../market/tier.ts'
import { turnoverOfMinutes } from '../../stats/minutes.ts'
import { closeBefore } from '../../stats/window.ts'
import type { Detection, Origin } from '../episode/detection.ts'
import { driftSince } from '../market/measure-drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import { hasLiveTrades } from '../pair/trade-feed.ts'
import { W10 } from '../settings.ts'
import { largeMove } from '../thresholds.ts'
import { type LastHour, slowEvidence } from './hour.ts'

/**
 * Detects a move that is large in itself, whatever made it and however little was turned over: so much above the
 * lowest close of some minutes, or below the highest, beyond what the market did since then.
 */
export function detectLargeMoves(data: MarketData, hour: LastHour): readonly Detection[] {
  return [detectOneWay(data, hour, 1), detectOneWay(data, hour, -1)].filter((found) => found !== null)
}

function detectOneWay(data: MarketData, hour: LastHour, direction: 1 | -1): Detection | null {
  let best: Detection | null = null
  for (const { tier, minutes, rise, fall } of largeMove.sizes) {
    if (best && tierRank(best.tier) >= tierRank(tier)) continue
    const from = extremeOf(hour, direction, minutes)
    const least = direction > 0 ? rise : fall
    const move = from === null ? null : ownMove(data, hour, direction, from, least)
    if (from !== null && move !== null) best = detectionOf(hour, direction, tier, from, move)
  }
  return best
}

/** The lowest (for a rise) or highest close of the last minutes. */
function extremeOf({ closes, at }: LastHour, direction: 1 | -1, minutes: number): Origin | null {
  return closes.reduce<Origin | null>((best, close) => {
    if (close.at < at - minutes * 60_000) return best
    return best === null || direction * (close.price - best.price) <= 0 ? close : best
  }, null)
}

/** The move (log) beyond the market's, if it is large, has held for some seconds and turned over more than dust. */
function ownMove(
  data: MarketData,
  { pair, at, price, usd }: LastHour,
  direction: 1 | -1,
  from: Origin,
  least: number,
): number | null {
  const move = direction * Math.log(price / from.price)
  if (move < least) return null
  const { bars } = pair.tables
  const held = direction * (closeBefore(bars, pair.row, at, W10) - Math.log(from.price))
  if (held < largeMove.heldShare * move) return null
  const minutes = Math.max(1, Math.ceil((at - from.at) / 60_000))
  if (turnoverOfMinutes(bars, pair.row, at, minutes) * usd < largeMove.minTurnoverUsd) return null
  const { rise, fall } = driftSince(data, pair.quote ?? '', from.at, at)
  const own = move - (direction > 0 ? rise : -fall)
  return own >= least ? direction * own : null
}

function detectionOf(hour: LastHour, direction: 1 | -1, tier: Tier, from: Origin, move: number): Detection {
  const { at, price, pair } = hour
  const minutes = Math.max(1, Math.ceil((at - from.at) / 60_000))
  return {
    kind: direction > 0 ? 'pump' : 'dump',
    tier,
    at,
    price,
    from,
    evidence: slowEvidence(hour, move, minutes),
    probability: 0,
    confirmed: hasLiveTrades(pair, at),
  }
}
