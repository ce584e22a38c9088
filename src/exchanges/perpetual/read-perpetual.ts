import type { PerpetualRow } from '../../market/derivative.ts'
import { describeDropped, describeUnread } from '../validate/dropped-row.ts'
import { maxNameLength, maxRows, maxSeriesRows } from '../validate/limits.ts'
import { text } from '../validate/text-values.ts'
import { type ContractUnit, inBase, isConverted, isUnsized } from './in-base.ts'
import { onContracts } from './on-contracts.ts'
import type { Contracts, PerpetualKind, PerpetualMarket } from './perpetual-market.ts'
import type { RawPerpetual } from './raw-perpetual.ts'
import { neededFields, validatePerpetual } from './validate-perpetual.ts'

/** What one payload of a perpetual market held. */
export interface PerpetualReading {
  readonly rows: readonly PerpetualRow[]
  /** Rows that lack an amount alone: the size of a contract is unknown, or the price of a dollar's worth. */
  readonly unsized: readonly RawPerpetual[]
  /** Number of invalid entries. */
  readonly dropped: number
  /** Number of entries of contracts that are not among those given: dated ones, of other margins, of shares. */
  readonly unlisted: number
  /** What was wrong with the first invalid one, short and technical. */
  readonly example?: string
  /** The reader met a shape that it does not know: of what follows in the payload nothing was read. */
  readonly isBroken?: true
}

/** What is known besides the payload. */
export interface PerpetualContext {
  /** Time of receipt, ms UTC: stands in where the wire has no time. */
  readonly at: number
  /** Symbol that was requested: stands in where the wire names none. */
  readonly requested?: string
  /** What is listed. Absent: bases, quotes and multiples are what symbols name, and contracts have no size. */
  readonly contracts?: Contracts
  /** All that is listed, where `contracts` are some of it: for messages that name contracts by their place. */
  readonly listed?: Contracts
  /** Whether rows of contracts that are not listed (dated ones, of other margins) are dropped. */
  readonly onlyListed?: true
}

const seriesKinds: readonly PerpetualKind[] = [
  'rest.trades',
  'ws.trades',
  'rest.liquidations',
  'ws.liquidations',
]

/**
 * Reads one payload of a perpetual market. Total: whatever JSON the wire brings, only valid rows leave, with prices
 * and amounts of one unit of the base, and nothing is thrown.
 */
export function readPerpetual(
  market: PerpetualMarket,
  kind: PerpetualKind,
  payload: unknown,
  context: PerpetualContext,
): PerpetualReading {
  const rows: PerpetualRow[] = []
  const unsized: RawPerpetual[] = []
  let dropped = 0
  let unlisted = 0
  let left = seriesKinds.includes(kind) ? maxSeriesRows : maxRows
  let example: string | undefined
  try {
    for (const raw of rawRows(market, kind, payload, context)) {
      if (left-- === 0) {
        dropped++
        break
      }
      const named = withNames(market, raw, context)
      const row = named && validatePerpetual(named, context.at)
      if (row) rows.push(row)
      else if (named && isConverted(named) && isUnsized(named)) unsized.push(named)
      else if (named) {
        dropped++
        example ??= describeDropped(kind, named, neededFields)
      } else unlisted++
    }
  } catch (error) {
    // The reader met a shape it does not know; the rows read so far stay.
    return {
      rows,
      unsized,
      unlisted,
      dropped: dropped + 1,
      example: example ?? describeUnread(kind, error),
      isBroken: true,
    }
  }
  return { rows, unsized, unlisted, dropped, ...(example !== undefined && { example }) }
}

function rawRows(
  market: PerpetualMarket,
  kind: PerpetualKind,
  payload: unknown,
  { at, requested, contracts, listed = contracts, onlyListed }: PerpetualContext,
): Iterable<RawPerpetual> {
  const refusal = market.refusal?.(payload)
  if (refusal) return [{ type: 'error', ...refusal }]
  const reader = market.readers[kind]
  if (!reader) throw new Error(`${market.venue} has no reader of ${kind}`)
  const rows = reader(payload, at, requested, listed)
  return onlyListed && contracts ? onContracts(market, rows, contracts) : rows
}

/** The raw row with our names, in units of the base; null for one of a contract that is not listed. */
function withNames(
  market: PerpetualMarket,
  raw: RawPerpetual,
  { requested, contracts, onlyListed }: PerpetualContext,
): RawPerpetual | null {
  if (raw.type === 'error') return raw
  if (raw.type === 'contract') {
    const own = raw.multiplier === undefined ? market.nameOf(text(raw.base) ?? '') : null
    return own ? { ...raw, base: own.base, multiplier: own.multiplier } : raw
  }
  const symbol = text(raw.symbol) ?? requested
  const contract = symbol === undefined ? undefined : contracts?.get(symbol)
  // An index has a name of its own. What has none is no contract at all, and terms without one are of no use.
  const isIndex = raw.type === 'derivative' && raw.mark === undefined && symbol !== undefined
  const hasName = symbol !== undefined || raw.type === 'derivative'
  if (!contract && onlyListed && hasName && !isIndex) return null
  // Of each row of each frame: the contract is not copied.
  const { base, quote, unit }: Named = contract
    ? { base: contract.base, quote: contract.quote, unit: contract }
    : named(market, symbol)
  const row = symbol === raw.symbol ? raw : { ...raw, symbol }
  return inBase(row.type === 'tick' ? { ...row, base, quote } : row, unit)
}

interface Named {
  readonly base?: string
  readonly quote?: string
  readonly unit: ContractUnit
}

/** What a symbol itself tells. */
function named(market: PerpetualMarket, symbol: string | undefined): Named {
  const sides = symbol === undefined || symbol.length > maxNameLength ? null : market.sidesOf(symbol)
  if (!sides) return { unit: { multiplier: 1 } }
  const { base, multiplier } = market.nameOf(sides.base)
  return { base, quote: sides.quote, unit: { multiplier } }
}
