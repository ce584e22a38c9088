import { existsSync, readFileSync } from 'node:fs'
import type { PerpetualKind, PerpetualMarket } from '../../../../src/exchanges/perpetual/perpetual-market.ts'
import { type PerpetualReading, readPerpetual } from '../../../../src/exchanges/perpetual/read-perpetual.ts'
import type { Contract } from '../../../../src/market/contract.ts'
import type { PeerRow } from '../../recorded/compare.ts'

/** One recorded payload of a perpetual market with what peer libraries read from it. */
export interface PerpetualCase {
  readonly id: string
  readonly kind: PerpetualKind
  readonly format: 'current' | 'legacy'
  readonly market: 'perpetual' | 'inverse' | 'future' | 'cfd'
  readonly payload: unknown
  readonly expected: readonly { readonly peer: string; readonly how?: string; readonly value: unknown }[]
}

/** Recordings are kept outside the repository, as their licences differ by source. */
export const recordings = '../shared/fixtures-perpetual'

/** Coinbase has two APIs, recorded separately. */
const files: Readonly<Record<string, readonly string[]>> = { coinbase: ['coinbase-intx', 'coinbase'] }

/** The recorded cases of a venue; null where the recordings are absent. */
export function perpetualCases(venue: string): readonly PerpetualCase[] | null {
  const paths = (files[venue] ?? [venue]).map((file) => `${recordings}/${file}.json`)
  if (!paths.every((path) => existsSync(path))) return null
  return paths.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as PerpetualCase[])
}

/** Time of receipt, where a payload names none. */
export const receivedAt = 1_700_000_000_000
/** The symbol of a payload that names none. */
export const unnamed = '?'

const given = /(\S+)=([\d.]+)(?:,|$)/g

/** The sizes of contracts that a peer was given, by symbol. */
function sizesIn({ expected }: PerpetualCase): ReadonlyMap<string, number> {
  const texts = expected.map(({ how }) => /contractSize given: (.*)$/.exec(how ?? '')?.[1] ?? '')
  return new Map(
    texts.flatMap((text) => [...text.matchAll(given)].map(([, symbol, size]) => [symbol!, Number(size)])),
  )
}

/** The contracts that a peer was given, as listed. */
function contractsOf(market: PerpetualMarket, known: PerpetualCase): ReadonlyMap<string, Contract> {
  const contracts = [...sizesIn(known)].map(([symbol, contractSize]): Contract => {
    const sides = market.sidesOf(symbol) ?? { base: '?', quote: '?' }
    const margin = known.market === 'inverse' || sides.quote === 'USD' ? 'inverse' : 'linear'
    const settle = margin === 'inverse' ? sides.base : sides.quote
    const { base, multiplier } = market.nameOf(sides.base)
    const names = { symbol, base, quote: sides.quote, settle, multiplier }
    return { type: 'contract', ...names, contractSize, margin, state: 'trading', class: 'crypto' }
  })
  return new Map(contracts.map((contract) => [contract.symbol, contract]))
}

/** Reads a case as the `read` command does, with the sizes that its peer was given. */
export function readCase(market: PerpetualMarket, known: PerpetualCase): PerpetualReading {
  const contracts = contractsOf(market, known)
  const context = { at: receivedAt, requested: [...contracts.keys()][0] ?? unnamed, contracts }
  return readPerpetual(market, known.kind, known.payload, context)
}

/** Size of one contract for a peer's amounts, which stay in the venue's unit. */
export const sizeOf = (known: PerpetualCase, symbol: string): number => sizesIn(known).get(symbol) ?? 1

/** A peer's rows, list by list; without its textual assertions and its books. */
export function peerLists(value: unknown): readonly (readonly PeerRow[])[] {
  const lists: readonly unknown[] = Array.isArray(value) ? [value] : Object.values(value as object)
  return lists.map((list) =>
    (list as readonly unknown[]).filter(
      (row): row is PeerRow => typeof row === 'object' && (row as PeerRow).type !== 'book_ticker',
    ),
  )
}
