import type { Trade } from '../../../src/market/trade.ts'

/** A published detection rule, fed trade by trade. */
export interface Rule {
  readonly name: string
  /** @returns whether it would alert now */
  take(trade: Trade): boolean
}
