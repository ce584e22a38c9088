import type { Derivative } from '../../market/derivative.ts'
import type { ContractTables } from './contract-tables.ts'
import { observeInterest } from './open-interest.ts'

/**
 * Takes what a venue says of a contract into its row. Of a row of an index alone only the index. Older than what is
 * known, each fact is left.
 *
 * @param at time of the row, market time, ms
 */
export function observeDerivative(tables: ContractTables, row: number, said: Derivative, at: number): void {
  if (said.mark !== undefined && at >= tables.markAt[row]!) {
    tables.mark[row] = said.mark
    tables.markAt[row] = at
  }
  if (said.index !== undefined && at >= tables.indexAt[row]!) {
    tables.index[row] = said.index
    tables.indexAt[row] = at
  }
  // Of a list of past rates each is for a funding that has been.
  if (said.fundingRate !== undefined && (said.nextFundingAt ?? at) >= at) {
    tables.funding[row] = said.fundingRate
    if (said.cap !== undefined) tables.cap[row] = said.cap
    if (said.floor !== undefined) tables.floor[row] = said.floor
  }
  if (said.intervalH !== undefined) observeInterval(tables, row, said.intervalH, at)
  if (said.openInterest !== undefined) observeInterest(tables, row, said.openInterest, at)
}

/** Takes the hours between fundings, and notices that they have become fewer. @param at market time, ms */
export function observeInterval(tables: ContractTables, row: number, hours: number, at: number): void {
  const known = tables.interval[row]!
  if (known === hours) return
  const isShortened = known > 0 && hours < known
  tables.intervalBefore[row] = isShortened ? known : 0
  tables.shortenedAt[row] = isShortened ? at : 0
  tables.interval[row] = hours
}

/** Hours between fundings where the venue names none: Binance does so only of contracts with another interval. */
const usualIntervalH = 8

/** Hours between the fundings of a contract. */
export const intervalOf = ({ interval }: ContractTables, row: number): number =>
  interval[row]! || usualIntervalH
