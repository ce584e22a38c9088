import type { Contract } from '../../market/contract.ts'
import type { Contracts, PerpetualMarket } from './perpetual-market.ts'
import { readPerpetual } from './read-perpetual.ts'

/** The contracts of a venue's listing, by symbol. @param pages the replies that it came in */
export function listedIn(market: PerpetualMarket, pages: readonly unknown[]): Contracts {
  const rows = pages.flatMap((page) => readPerpetual(market, 'rest.symbols', page, { at: 0 }).rows)
  const contracts = rows.filter((row): row is Contract => row.type === 'contract')
  return new Map(contracts.map((contract) => [contract.symbol, contract]))
}
