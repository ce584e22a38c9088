import type { Contract } from '../../market/contract.ts'
import type { PerpetualRow } from '../../market/derivative.ts'
import type { Candle, Row } from '../../market/row.ts'
import type { Exchange } from '../exchange.ts'
import type { ReadKind } from '../feeds/rest-call.ts'
import { type Reading, read } from '../validate/read.ts'
import type { PerpetualKind } from './perpetual-market.ts'
import { readPerpetual } from './read-perpetual.ts'

/** A row of any market. */
export type MarketRow = Row | PerpetualRow

/**
 * Reads one payload of a venue, spot or perpetual, as `read` and `readPerpetual` do. Of a watched perpetual market (see
 * `withContracts`) only rows of its contracts leave, so none before its list is known: nobody could tell what they are
 * of.
 */
export function readMarket(
  exchange: Exchange,
  kind: ReadKind,
  payload: unknown,
  at: number,
  requested?: string,
): Reading<MarketRow> {
  const { perpetual, contracts, listed } = exchange
  if (!perpetual) return read(exchange, kind, payload, at, requested)
  if (kind === 'rest.klines') {
    const reading = read(exchange, kind, payload, at, requested)
    const contract = contracts?.get(requested ?? '')
    return contract ? { ...reading, rows: reading.rows.map((row) => candleInBase(row, contract)) } : reading
  }
  // Every kind that a plan names is one of its market's: the readers say so where it is not.
  const {
    unsized,
    unlisted: _others,
    ...reading
  } = readPerpetual(perpetual.market, kind as PerpetualKind, payload, {
    at,
    ...(requested !== undefined && { requested }),
    ...(contracts && { contracts, onlyListed: true as const }),
    ...(listed && { listed }),
  })
  return { ...reading, dropped: reading.dropped + unsized.length }
}

/** A candle with prices and amounts of one unit of the base. Its reader leaves contracts as they are. */
function candleInBase(row: Row, { multiplier, contractSize }: Contract): Row {
  if (row.type !== 'candle') return row
  const { open, high, low, close, baseVolume, ...rest } = row
  const candle: Candle = {
    ...rest,
    open: open / multiplier,
    high: high / multiplier,
    low: low / multiplier,
    close: close / multiplier,
    baseVolume: baseVolume * contractSize * multiplier,
  }
  return candle
}
