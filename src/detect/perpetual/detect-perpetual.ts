import type { Evidence } from '../../market/evidence.ts'
import { closeAgo } from '../../stats/minutes.ts'
import type { Detection } from '../episode/detection.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { hasLiveTrades } from '../pair/trade-feed.ts'
import { isCrowd } from './liquidations/crowd.ts'
import type { PerpetualData } from './perpetual-data.ts'
import { raisedBy } from './raise-tier.ts'
import { fundingOf } from './signs/funding.ts'
import { liquidationBurstOf } from './signs/liquidation-burst.ts'
import { interestEvidence } from './signs/open-interest.ts'
import { perpGapOf } from './signs/perp-gap.ts'
import { flagEvidence } from './signs/venue-flags.ts'
import { priceBandOf } from './signs/price-band.ts'

/** What is seen of a contract at one moment besides its price's own move. */
export interface PerpetualFinding {
  /** What begins an episode, or joins the one that runs. */
  readonly detections: readonly Detection[]
  /** What is told of an episode that runs, and begins none. */
  readonly evidence: readonly Evidence[]
}

const nothing: PerpetualFinding = { detections: [], evidence: [] }

/**
 * Detects what a contract shows besides its price: prices apart or held at their band, liquidations of one side, and, beside them or an
 * episode, open interest and funding.
 *
 * @param price of the contract, quote per base
 * @param at market time, ms
 */
export function detectPerpetual(
  data: MarketData,
  perpetual: PerpetualData,
  pair: PairState,
  price: number,
  at: number,
): PerpetualFinding {
  const row = perpetual.rows.get(pair.symbol)
  if (row === undefined) return nothing
  const gap = perpGapOf(data, perpetual, pair, row, at)
  const band = priceBandOf(data, perpetual, pair, at)
  const burst = liquidationBurstOf(data.venue, perpetual, pair, at)
  if (!gap && !band && !burst && !pair.episode) return nothing
  const interest = interestEvidence(perpetual.tables, row, at)
  const funding = fundingOf(perpetual.tables, row, at)
  const evidence = [
    ...(interest ? [interest] : []),
    ...(funding?.evidence ?? []),
    ...flagEvidence(perpetual, pair.symbol, at),
  ]
  const tiers = raisedBy({
    gap: gap?.tier ?? null,
    band: band !== null,
    burst: burst?.tier ?? null,
    interest: interest !== null,
    funding: funding?.grade ?? null,
  })
  const common = { at, price, probability: 0, confirmed: hasLiveTrades(pair, at) }
  const detections: Detection[] = []
  const apart = gap ?? band
  if (apart && tiers.gap) {
    // Where it would be traded if it stood where it usually does.
    const from = { price: price * Math.exp(-apart.off), at: apart.since }
    const shown = [...(band?.evidence ?? []), ...(gap?.evidence ?? [])]
    detections.push({ kind: 'perp-gap', tier: tiers.gap, from, evidence: shown, ...common })
  }
  // What all contracts show is told of the market.
  const isOwn = burst !== null && !isCrowd(perpetual.crowd, burst.side, at)
  if (burst && !isOwn) evidence.unshift(...burst.evidence)
  else if (burst && tiers.burst) {
    const from = minuteAgo(pair, price, at)
    const { side } = burst
    detections.push({
      kind: 'liquidation-burst',
      tier: tiers.burst,
      from,
      side,
      evidence: burst.evidence,
      ...common,
    })
  }
  return { detections, evidence }
}

/** Where a contract was traded a minute ago, as far back as that is known. */
function minuteAgo({ tables: { bars }, row }: PairState, price: number, at: number): Detection['from'] {
  const level = closeAgo(bars, row, at, 1)
  return Number.isFinite(level) ? { price: Math.exp(level), at: at - 60_000 } : { price, at }
}
