import type { Contract } from '../../market/contract.ts'
import type { Listing } from '../../market/pair.ts'
import type { Exchange } from '../exchange.ts'

/**
 * Whether a contract is watched: it is of a coin or of a basket of coins, and settled in a dollar or its quote. The price
 * of a share or a metal jumps when its own market opens, that of a coin before its listing is anybody's guess, and a
 * contract settled in the coin itself follows the one that is not.
 */
export const isWatched = ({ class: of, margin }: Contract): boolean =>
  margin === 'linear' && (of === 'crypto' || of === 'index')

/** A copy of a perpetual market for one watch, which keeps what its list says; a spot market as it is. */
export function withContracts(exchange: Exchange): Exchange {
  return exchange.perpetual ? { ...exchange, contracts: new Map() } : exchange
}

/** Takes the list of a market made by `withContracts`: from now on its payloads are read by it. */
export function learnContracts({ contracts }: Exchange, list: readonly Contract[]): void {
  const known = contracts as Map<string, Contract> | undefined
  if (!known || list.length === 0) return
  known.clear()
  for (const contract of list) if (isWatched(contract)) known.set(contract.symbol, contract)
}

/** A contract as an entry of a list of pairs. */
export function listingOf({ symbol, base, quote, state }: Contract): Listing {
  return { type: 'symbol', symbol, base, quote, state }
}
