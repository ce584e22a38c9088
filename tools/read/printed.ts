import { requestedSymbol } from '../../src/exchanges/validate/requested-symbol.ts'
import { read } from '../../src/exchanges/validate/read.ts'
import { readPerpetual } from '../../src/exchanges/perpetual/read-perpetual.ts'
import { listedIn } from '../../src/exchanges/perpetual/listed-in.ts'
import type { RawPerpetual } from '../../src/exchanges/perpetual/raw-perpetual.ts'
import { validatePerpetual } from '../../src/exchanges/perpetual/validate-perpetual.ts'
import type { PerpetualRow } from '../../src/market/derivative.ts'
import type { Row } from '../../src/market/row.ts'
import type { PerpetualOptions, SpotOptions } from './options.ts'
import { payloadIn } from './payload.ts'

/** What is printed of a payload. */
export interface Printed {
  readonly rows: readonly object[]
  readonly dropped: number
  readonly isRefused: boolean
}

/** Placeholder for a symbol that neither payload nor URL names. */
const unnamed = '?'

/** A row as printed: a missing symbol is null, a time that the payload did not carry is left out. */
function printed(row: Row | PerpetualRow, now: number): object {
  if (row.type !== 'tick' && row.type !== 'trade' && row.type !== 'derivative') return row
  const nameless = row.type === 'tick' ? { symbol: null, base: null, quote: null } : { symbol: null }
  const { at, ...rest } = row.symbol === unnamed ? { ...row, ...nameless } : row
  return row.type !== 'trade' && at === now ? rest : { ...rest, at }
}

/** Reads a payload of a spot market. */
export async function readSpot({ exchange, kind, url, file }: SpotOptions): Promise<Printed> {
  const payload = await payloadIn(file)
  const now = Date.now()
  const requested = url === null ? undefined : requestedSymbol(exchange, url)
  const { rows, dropped } = read(exchange, kind, payload, now, requested ?? unnamed)
  return {
    rows: rows.map((row) => printed(row, now)),
    dropped,
    isRefused: rows.some(({ type }) => type === 'error'),
  }
}

/** Reads a payload of a perpetual market. Amounts in contracts of unknown size are null. */
export async function readContracts(options: PerpetualOptions): Promise<Printed> {
  const { exchange, kind, url, file, symbols } = options
  const contracts = symbols === null ? null : listedIn(exchange, [await payloadIn(symbols)])
  const payload = await payloadIn(file)
  const at = Date.now()
  const requested = (url === null ? undefined : requestedSymbol(exchange, url)) ?? unnamed
  const reading = readPerpetual(exchange, kind, payload, { at, requested, ...(contracts && { contracts }) })
  const { rows, unsized, dropped } = reading
  const known = rows.map((row) => withMarket(row, printed(row, at)))
  const others = unsized.map((raw) => withoutAmount(raw, at))
  return {
    rows: [...known, ...others.flatMap((row) => row ?? [])],
    dropped: dropped + others.filter((row) => row === null).length,
    isRefused: rows.some(({ type }) => type === 'error'),
  }
}

function withMarket({ type }: PerpetualRow, row: object): object {
  if (type === 'contract') return { ...row, type: 'symbol' }
  return type === 'tick' || type === 'trade' ? { ...row, market: 'perpetual' } : row
}

/** A row that is valid but for its amount, with null in its place; null where it is not. */
function withoutAmount(raw: RawPerpetual, now: number): object | null {
  const amount = raw.type === 'derivative' ? 'openInterest' : 'amount'
  const row = validatePerpetual({ ...raw, [amount]: 1 }, now)
  return row && { ...withMarket(row, printed(row, now)), [amount]: null }
}
