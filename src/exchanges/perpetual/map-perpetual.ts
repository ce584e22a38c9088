import type { Contract } from '../../market/contract.ts'
import type { Derivative, Liquidation } from '../../market/derivative.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import type { Raw } from '../validate/raw-row.ts'
import type { JsonObject } from '../wire/json.ts'
import {
  mapRow,
  mapTick,
  mapTrade,
  type RowFields,
  type RowMapper,
  type TickFields,
} from '../wire/row-mapper.ts'
import { sideOf, takerOf } from '../wire/taker.ts'
import { fieldReader, type WireField } from '../wire/wire-field.ts'
import type { RawPerpetual, VenueAmount } from './raw-perpetual.ts'

// The mappers of spot, with amounts in the venue's unit as well.

type Told = Tick | Trade | Derivative | Liquidation
type AmountFields = { readonly [K in keyof VenueAmount]: WireField | undefined }

/** What a message says of all its entries: it stands in where an entry has none. */
export interface Message {
  readonly symbol?: unknown
  readonly at?: unknown
}

/** Makes a raw row of an entry. */
export type PerpetualMapper<R extends Told> = (entry: JsonObject, message?: Message) => Raw<R> & VenueAmount

/*#__NO_SIDE_EFFECTS__*/
function withAmounts<R extends Told>(
  map: RowMapper<R>,
  { contracts, quoteAmount }: AmountFields,
): PerpetualMapper<R> {
  const none = () => undefined
  const [inContracts, inQuote] = [fieldReader(contracts ?? none), fieldReader(quoteAmount ?? none)]
  return (entry, message) => {
    const row: Raw<R> & { symbol?: unknown; at?: unknown } = map(entry)
    return Object.assign(row, {
      contracts: inContracts(entry),
      quoteAmount: inQuote(entry),
      symbol: row.symbol ?? message?.symbol,
      at: row.at ?? message?.at,
    })
  }
}

/** Maps tickers: `baseVolume` in the unit of the price, or `contracts`. */
/*#__NO_SIDE_EFFECTS__*/
export const mapContractTick = ({ contracts, quoteAmount, ...fields }: TickFields & AmountFields) =>
  withAmounts<Tick>(mapTick(fields), { contracts, quoteAmount })

/** Maps trades; `side` may be any word of taker.ts. */
/*#__NO_SIDE_EFFECTS__*/
export const mapContractTrade = ({ contracts, quoteAmount, ...fields }: RowFields<Trade> & AmountFields) =>
  withAmounts<Trade>(mapTrade(fields), { contracts, quoteAmount })

/** Maps mark, index, funding and open interest, whichever of them the entry has. */
/*#__NO_SIDE_EFFECTS__*/
export const mapDerivative = ({ contracts, quoteAmount, ...fields }: RowFields<Derivative> & AmountFields) =>
  withAmounts<Derivative>(mapRow('derivative', fields), { contracts, quoteAmount })

type LiquidationFields = Omit<RowFields<Liquidation>, 'side'> &
  AmountFields &
  ({ readonly side: WireField } | { readonly position: WireField })

/** Maps liquidations; `side` is the closing order's, `position` that of what it closed. */
/*#__NO_SIDE_EFFECTS__*/
export function mapLiquidation({
  contracts,
  quoteAmount,
  ...fields
}: LiquidationFields): PerpetualMapper<Liquidation> {
  const word = fieldReader('side' in fields ? fields.side : fields.position)
  const toSide = 'side' in fields ? sideOf : takerOf
  const map = mapRow<Liquidation>('liquidation', { ...fields, side: (entry) => toSide(word(entry)) })
  return withAmounts<Liquidation>(map, { contracts, quoteAmount })
}

/** Maps contracts; `base` as the venue writes it. */
/*#__NO_SIDE_EFFECTS__*/
export const mapContract = (fields: RowFields<Contract>) => mapRow<Contract>('contract', fields)

/**
 * What a ticker tells: a tick, and a derivative. An update may have either alone; where it has neither, the tick goes to
 * the gate, which counts it.
 */
/*#__NO_SIDE_EFFECTS__*/
export function mapBoth(
  tick: PerpetualMapper<Tick>,
  derivative: PerpetualMapper<Derivative>,
): (entry: JsonObject, message?: Message) => readonly RawPerpetual[] {
  return (entry, message) => {
    const [trading, terms] = [tick(entry, message), derivative(entry, message)]
    const { type, symbol, at, ...told } = terms
    // What is calculated from missing fields is no number.
    const hasTerms = Object.values(told).some(
      (value) => value !== undefined && value !== null && !Number.isNaN(value),
    )
    const hasPrice = trading.last !== undefined && trading.last !== null
    return [...(hasPrice || !hasTerms ? [trading] : []), ...(hasTerms ? [terms] : [])]
  }
}
