import type { Trade } from '../../../src/market/trade.ts'

/** A published way to find pumps, fed trade by trade. */
export interface Rule {
  readonly name: string
  /** @returns whether it would speak now */
  take(trade: Trade): boolean
}
