import type { Contract, ContractClass } from '../../market/contract.ts'
import { type Listing, pairName } from '../../market/pair.ts'
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
  return exchange.perpetual ? { ...exchange, contracts: new Map(), listed: new Map() } : exchange
}

/**
 * Takes the list of a market made by `withContracts`: from now on its payloads are read by it. Of contracts with the
 * names of one pair the first is watched: nobody could tell the others from it.
 *
 * @param classes what contracts are of, where the list does not say
 */
export function learnContracts(
  { contracts, listed }: Exchange,
  list: readonly Contract[],
  classes: ReadonlyMap<string, ContractClass> = new Map(),
): void {
  const [watched, all] = [contracts, listed] as (Map<string, Contract> | undefined)[]
  if (!watched || !all || list.length === 0) return
  watched.clear()
  all.clear()
  const pairs = new Set<string>()
  for (const entry of list) {
    const of = entry.class === 'unknown' ? classes.get(entry.symbol) : undefined
    const contract = of === undefined ? entry : { ...entry, class: of }
    const pair = pairName(contract)
    all.set(contract.symbol, contract)
    if (!isWatched(contract) || pairs.has(pair)) continue
    pairs.add(pair)
    watched.set(contract.symbol, contract)
  }
}

/** A contract as an entry of a list of pairs. */
export function listingOf({ symbol, base, quote, state }: Contract): Listing {
  return { type: 'symbol', symbol, base, quote, state }
}
