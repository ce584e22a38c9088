import type { Evidence } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'
import { turnoverOfMinutes } from '../../stats/minutes.ts'
import type { Detection } from '../episode/detection.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { isOffPeg, type PegState } from '../pair/price/peg.ts'
import { hasLiveTrades } from '../pair/trade-feed.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { usualTurnover } from '../pair/usual/usual.ts'
import { isOneForOne } from './pegged-coins.ts'
import { minOthers, offPeg, offPegSteps } from '../thresholds.ts'

/** The pairs that tell of a coin that is off its peg now: none on most days. */
export function offPegPairs({ pegs, pairs }: MarketData): PairState[] {
  const found: PairState[] = []
  for (const { since, holder } of pegs.values()) {
    const pair = since[0]! > 0 && holder !== null ? pairs.get(holder) : undefined
    if (pair) found.push(pair)
  }
  return found
}

/**
 * Whether the pair tells of a coin that has been off its peg for long enough, on real turnover.
 *
 * @param price of the pair, quote per base
 * @param at market time, ms
 */
export function detectOffPeg(data: MarketData, pair: PairState, price: number, at: number): Detection | null {
  for (const coin of [pair.base, pair.quote]) {
    const peg = isOffPeg(data, coin) ? data.pegs.get(coin!) : undefined
    if (peg?.holder === pair.symbol) return detectionOf(data, pair, coin!, peg, { price, at })
  }
  return null
}

function detectionOf(
  data: MarketData,
  pair: PairState,
  coin: string,
  peg: PegState,
  now: { readonly price: number; readonly at: number },
): Detection | null {
  const { price, at } = now
  const isBase = coin === pair.base
  const tier = tierOf(peg, at)
  const since = peg.since[0]!
  const minutes = Math.min(60, Math.max(1, Math.ceil((at - since) / 60_000)))
  const usual = usualTurnover(pair) * minutes
  const turnover = turnoverOfMinutes(pair.tables.bars, pair.row, at, minutes)
  const isTraded = turnover * (usdOf(data, pair.quote) ?? 1) >= offPeg.minTurnoverUsd
  if (tier === null || !isTraded || turnover < offPeg.minTurnoverShare * usual) return null
  const times = usual > 0 ? turnover / usual : 1
  const window = { windowMs: at - since, at }
  const evidence: Evidence[] = [
    { ...pegEvidence(coin, peg, isBase ? 'off-peg' : 'quote-off-peg'), ...window },
    { sign: 'turnover', value: times, unit: 'times', usual: 1, ...window, windowMs: minutes * 60_000 },
  ]
  // What it would be worth at its peg: there the episode begins.
  const from = { price: price * Math.exp(isBase ? -peg.off : peg.off), at: since }
  return { kind: 'off-peg', tier, ...now, from, evidence, probability: 0, confirmed: hasLiveTrades(pair, at) }
}

/** With a single reference it is unclear which of the two is off: no more than a Notice. */
function tierOf({ since, references }: PegState, at: number): Tier | null {
  const reached = offPegSteps.findLast(
    ({ minDurationMs }, i) => since[i]! > 0 && at - since[i]! >= minDurationMs,
  )
  if (!reached) return null
  return references < minOthers ? 'notice' : reached.tier
}

/**
 * How far a coin is off its peg now, and how far it usually is; a wrapped or staked one against its usual ratio.
 *
 * @param sign which of a pair's coins it is
 */
export function pegEvidence(coin: string, peg: PegState, sign: 'off-peg' | 'quote-off-peg'): Evidence {
  const { value, off, usual, references, at } = peg
  const promised = isOneForOne(coin)
  return {
    sign,
    value: Math.expm1(promised ? value : off),
    unit: 'fraction',
    windowMs: 0,
    ...(promised && { usual: Math.expm1(usual) }),
    count: references,
    at,
  }
}
