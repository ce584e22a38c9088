import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import type { Sides } from '../../wire/sides.ts'
import { mapContract } from '../map-perpetual.ts'
import type { Contracts } from '../perpetual-market.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// What Hyperliquid calls and lists as a contract.

const named = /^(?:[^:@/]+:)?([^:@/]+)$/

/** Its own contracts are in USDC. What others take as dollars stands in another call. */
export function sidesOf(symbol: string): Sides | null {
  const [, base] = named.exec(symbol) ?? []
  return base ? { base, quote: symbol.includes(':') ? 'USD' : 'USDC' } : null
}

/** Whether a name is that of a spot pair. */
export const isSpot = (coin: unknown) => /^@|\//.test(text(coin) ?? '')

const contract = mapContract({
  symbol: 'name',
  base: ({ name }) => sidesOf(text(name) ?? '')?.base,
  quote: ({ name }) => sidesOf(text(name) ?? '')?.quote,
  settle: ({ name }) => sidesOf(text(name) ?? '')?.quote,
  contractSize: () => 1,
  state: ({ isDelisted }) => (isDelisted === true ? 'delisted' : 'trading'),
  // Shares, metals and companies before their listing stand among what others list.
  class: ({ name }) => ((text(name) ?? '').includes(':') ? 'unknown' : 'crypto'),
  intervalH: () => 1,
})

type Meta = JsonObject & { readonly universe: readonly JsonObject[] }

/** Whether it is a list of contracts. */
export const isMeta = (value: unknown): value is Meta => Array.isArray((value as JsonObject | null)?.universe)

/** `meta`, `metaAndAssetCtxs`, or `allPerpMetas`, one of each exchange. */
export function readListing(payload: unknown): RawPerpetual[] {
  const metas = (Array.isArray(payload) ? payload : [payload]).filter(isMeta)
  if (metas.length === 0) rejectPayload()
  return metas.flatMap(({ universe }) => universe.map((entry, place) => contract(entry, { place })))
}

/** The names of one exchange's contracts by their place in its list; its own has no name. */
export function namesOf(exchange: string, contracts: Contracts | undefined): readonly unknown[] {
  const names: string[] = []
  for (const { symbol, place } of contracts?.values() ?? []) {
    const [prefix] = symbol.includes(':') ? symbol.split(':') : ['']
    if (prefix === exchange && place !== undefined) names[place] = symbol
  }
  return names
}
