import type { Contract } from '../../market/contract.ts'
import type { Derivative, Liquidation } from '../../market/derivative.ts'
import type { Listing } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import type { OfficialStatus } from '../cases/official-status.ts'

/** The last price of a contract's coin on its exchange's spot market, in the same quote. */
export interface SpotPrice {
  /** Of the contract. */
  readonly symbol: string
  readonly last: number
}

/** Whatever a venue's engine is told. Times are market time, ms UTC. */
export type EngineInput =
  | { readonly kind: 'frame'; readonly ticks: readonly Tick[]; readonly at: number; readonly source: string }
  | {
      readonly kind: 'trades' | 'backfill'
      readonly symbol: string
      readonly trades: readonly Trade[]
      readonly at: number
    }
  /** The stream of a pair's trades begins anew, is gone, is not wanted any more, or could not be taken. */
  | { readonly kind: 'missed' | 'lost' | 'dropped' | 'forgotten'; readonly symbol: string }
  | { readonly kind: 'history'; readonly symbol: string; readonly candles: readonly Candle[] }
  | { readonly kind: 'seed'; readonly ticks: readonly Tick[] }
  | { readonly kind: 'list'; readonly list: readonly Listing[] }
  | { readonly kind: 'status'; readonly status: OfficialStatus }
  /** Of perpetual contracts: mark, index, funding, open interest, as far as a row has them. */
  | { readonly kind: 'derivatives'; readonly rows: readonly Derivative[]; readonly at: number }
  | { readonly kind: 'liquidations'; readonly rows: readonly Liquidation[]; readonly at: number }
  | { readonly kind: 'contracts'; readonly list: readonly Contract[] }
  /**
   * Prices of the same coins, by symbol of the contract: the last ones on the exchange's spot market, or what their
   * contracts stand at on other exchanges.
   */
  | {
      readonly kind: 'spot' | 'peers'
      readonly prices: readonly SpotPrice[]
      readonly at: number
    }

/** The input as far as it is about these pairs; null: not at all. A frame moves the market's clock in any case. */
export function inputOf(input: EngineInput, isHeld: (symbol: string) => boolean): EngineInput | null {
  switch (input.kind) {
    case 'frame':
      return { ...input, ticks: input.ticks.filter(({ symbol }) => isHeld(symbol)) }
    case 'seed':
      return { ...input, ticks: input.ticks.filter(({ symbol }) => isHeld(symbol)) }
    case 'list':
      return { ...input, list: input.list.filter(({ symbol }) => isHeld(symbol)) }
    case 'contracts':
      return { ...input, list: input.list.filter(({ symbol }) => isHeld(symbol)) }
    case 'derivatives': {
      const rows = input.rows.filter(({ symbol }) => isHeld(symbol))
      return rows.length > 0 ? { ...input, rows } : null
    }
    case 'liquidations': {
      const rows = input.rows.filter(({ symbol }) => isHeld(symbol))
      return rows.length > 0 ? { ...input, rows } : null
    }
    case 'spot':
    case 'peers': {
      const prices = input.prices.filter(({ symbol }) => isHeld(symbol))
      return prices.length > 0 ? { ...input, prices } : null
    }
    case 'status':
      return input
    default:
      return isHeld(input.symbol) ? input : null
  }
}
