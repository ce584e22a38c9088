import type { MarketDrift } from '../pair/price/drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PegState } from '../pair/price/peg.ts'
import type { Spread } from './market-returns.ts'

/** What all pairs of a market led to, for an engine that holds a few of them: it cannot measure that itself. */
export interface GivenMarket {
  readonly spacing: number
  readonly drift: MarketDrift
  readonly usd: Readonly<Record<string, number>>
  readonly pegs: ReadonlyMap<string, PegState>
  /** Of a perpetual market: how far all contracts stand apart, by kind of gap. */
  readonly spreads?: readonly Spread[]
  /** And when each side was last liquidated in a crowd of them, ms. */
  readonly crowd?: { readonly longs: number; readonly shorts: number; readonly at: number }
  /** The pair that many sold coins were turned into, in this very frame; null: none. */
  readonly bought: { readonly symbol: string; readonly sold: number } | null
}

/** Makes what is given of the market the engine's own. */
export function takeGivenMarket(data: MarketData, { drift, usd, pegs }: GivenMarket): void {
  data.drift = drift
  Object.assign(data.usd, usd)
  data.pegs.clear()
  for (const [coin, peg] of pegs) data.pegs.set(coin, peg)
}
