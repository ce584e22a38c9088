import type { ContractClass } from '../../../market/contract.ts'
import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import type { Sides } from '../../wire/sides.ts'
import { inTable } from '../../wire/wire-field.ts'
import { mapContract } from '../map-perpetual.ts'
import type { Contracts } from '../perpetual-market.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// What Hyperliquid calls and lists as a contract.

const named = /^(?:[^:@/]+:)?([^:@/]+)$/

/** Tokens that contracts are settled in, by their number on its spot market. */
const tokens: Readonly<Record<number, string>> = { 0: 'USDC', 235: 'USDE', 268: 'USDT0', 360: 'USDH' }

/** Its own contracts are in USDC. What others take as dollars, no name says. */
export function sidesOf(symbol: string): Sides | null {
  const [, base] = named.exec(symbol) ?? []
  return base ? { base, quote: symbol.includes(':') ? 'USD' : 'USDC' } : null
}

/** Whether a name is that of a spot pair. */
export const isSpot = (coin: unknown) => /^@|\//.test(text(coin) ?? '')

const contract = mapContract({
  symbol: 'name',
  base: ({ name }) => sidesOf(text(name) ?? '')?.base,
  contractSize: () => 1,
  state: ({ isDelisted }) => (isDelisted === true ? 'delisted' : 'trading'),
  // Shares, metals and companies before their listing stand among what others list: another call says which.
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
  return metas.flatMap(({ universe, collateralToken }) =>
    universe.map((entry, place) => {
      const quote = quoteOf(entry, collateralToken)
      return contract(entry, { place, quote, settle: quote })
    }),
  )
}

/** What a contract is quoted in; undefined where it is a token that nobody knows. */
const quoteOf = ({ name }: JsonObject, token: unknown): string | undefined =>
  token === undefined ? sidesOf(text(name) ?? '')?.quote : tokens[Number(token)]

const classes: Readonly<Record<string, ContractClass>> = { crypto: 'crypto', preipo: 'pre-market' }

/**
 * `perpCategories`: what those who list contracts say that each is of, in their own words: crypto, stocks, commodities,
 * indices, fx, preipo. Whoever means a coin says crypto: all else is traditional.
 */
export const classesIn = (payload: unknown): ReadonlyMap<string, ContractClass> =>
  new Map(
    (payload as readonly (readonly [unknown, unknown])[]).flatMap(([name, category]) => {
      const [symbol, word] = [text(name), text(category)?.trim().toLowerCase()]
      return symbol && word ? [[symbol, inTable(word, classes) ?? 'traditional'] as const] : []
    }),
  )

/** The names of each exchange's contracts by their place in its list; its own has no name. */
export function namesByPlace(contracts: Contracts | undefined): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { symbol, place } of contracts?.values() ?? []) {
    const prefix = symbol.slice(0, Math.max(0, symbol.indexOf(':')))
    const own = names.get(prefix) ?? []
    names.set(prefix, own)
    if (place !== undefined) own[place] = symbol
  }
  return names
}
