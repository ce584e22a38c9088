import { text } from '../validate/text-values.ts'
import type { Contracts, PerpetualMarket } from './perpetual-market.ts'
import type { RawPerpetual } from './raw-perpetual.ts'

/** A row of an index whose name is not a contract's becomes one of each listed contract on it; others stay. */
export function* onContracts(
  { contractsOn }: PerpetualMarket,
  rows: Iterable<RawPerpetual>,
  contracts: Contracts,
): Iterable<RawPerpetual> {
  for (const raw of rows) {
    const index = text(raw.type === 'derivative' && raw.mark === undefined ? raw.symbol : undefined)
    if (!contractsOn || raw.type !== 'derivative' || index === undefined || contracts.has(index)) yield raw
    else for (const symbol of contractsOn(index)) if (contracts.has(symbol)) yield { ...raw, symbol }
  }
}
