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

type AmountFields = { readonly [K in keyof VenueAmount]: WireField | undefined }

/** Makes a raw row, with `more` written over it. */
export type PerpetualMapper<R extends Tick | Trade | Derivative | Liquidation> = (
  entry: JsonObject,
  more?: Parameters<RowMapper<R>>[1],
) => Raw<R> & VenueAmount

/*#__NO_SIDE_EFFECTS__*/
function withAmounts<R extends Tick | Trade | Derivative | Liquidation>(
  map: RowMapper<R>,
  { contracts, quoteAmount }: AmountFields,
): PerpetualMapper<R> {
  if (contracts === undefined && quoteAmount === undefined) return map
  const none = () => undefined
  const [inContracts, inQuote] = [fieldReader(contracts ?? none), fieldReader(quoteAmount ?? none)]
  return (entry, more) =>
    Object.assign(map(entry, more), { contracts: inContracts(entry), quoteAmount: inQuote(entry) })
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

/** Maps liquidations; `side` is the closing order's, or `position` the side of the position that it closes. */
/*#__NO_SIDE_EFFECTS__*/
export function mapLiquidation({
  contracts,
  quoteAmount,
  side,
  position,
  ...fields
}: Omit<RowFields<Liquidation>, 'side'> &
  AmountFields & { readonly side?: WireField; readonly position?: WireField }): PerpetualMapper<Liquidation> {
  const word = fieldReader(side ?? position ?? 'side')
  const toSide = side === undefined && position !== undefined ? takerOf : sideOf
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
): (entry: JsonObject, at?: unknown) => readonly RawPerpetual[] {
  return (entry, at) => {
    const more = at === undefined ? undefined : { at }
    const [trading, terms] = [tick(entry, more), derivative(entry, more)]
    const { type, symbol, at: time, ...told } = terms
    const hasTerms = Object.values(told).some((value) => value !== undefined && value !== null)
    const hasPrice = trading.last !== undefined && trading.last !== null
    return [...(hasPrice || !hasTerms ? [trading] : []), ...(hasTerms ? [terms] : [])]
  }
}
