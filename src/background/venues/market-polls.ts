import type { Exchange } from '../../exchanges/exchange.ts'
import { learnContracts, listingOf } from '../../exchanges/perpetual/contracts.ts'
import { type MarketRow, readMarket } from '../../exchanges/perpetual/read-market.ts'
import { describeUnread } from '../../exchanges/validate/dropped-row.ts'
import { type Reading, rowsOf } from '../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Listing } from '../../market/pair.ts'
import type { Contract, ContractClass } from '../../market/contract.ts'
import type { Poll, RestAnswer } from '../requests/poll.ts'
import type { RowCount } from './row-tally.ts'

/** Period of the listings poll, ms. */
const listingsPeriodMs = 600_000

export type OnDropped = (rows: number) => void
/** What of an answer could be read. */
export type OnRead = (count: RowCount) => void

/** The rows of one type in an answer. Invalid rows are dropped and counted. */
export function readRows<T extends MarketRow['type']>(
  exchange: Exchange,
  { call, payload, at }: RestAnswer,
  type: T,
  onRead: OnRead,
): readonly Extract<MarketRow, { type: T }>[] {
  const reading = readMarket(exchange, call.kind, payload, at, requestedSymbol(exchange, call.url))
  const rows = rowsOf(reading, type)
  onRead(countOf(reading, rows.length))
  return rows
}

/** What of a payload could be read. @param sound number of rows of the type that was wanted */
export const countOf = ({ dropped, example, isBroken }: Omit<Reading, 'rows'>, sound: number): RowCount => ({
  sound,
  dropped,
  example,
  isBroken,
})

/** A message or an answer that could not even be decoded. */
export const undecoded = (example: string): RowCount => ({ sound: 0, dropped: 1, example, isBroken: true })

/**
 * The venue's listings, at start and every ten minutes; more often where another poll requests the same URL. Of a
 * perpetual market the contracts that are watched: what else it sends is read by them.
 */
export function listingsPoll(
  exchange: Exchange,
  onListings: (listings: readonly Listing[], contracts: readonly Contract[]) => void,
  onRead: OnRead,
): Poll {
  const classCall = exchange.perpetual?.classes
  /** What contracts are of, as it was told last. */
  let classes: ReadonlyMap<string, ContractClass> = new Map()

  function takeClasses(answers: readonly RestAnswer[]): void {
    const answer = answers.find(({ call }) => call === classCall)
    try {
      if (answer && classCall) classes = classCall.classesIn(answer.payload)
    } catch (error) {
      onRead(undecoded(describeUnread('rest.symbols', error)))
    }
  }
  function take(answers: readonly RestAnswer[]): string | null {
    if (exchange.perpetual) {
      takeClasses(answers)
      if (!answers.some(({ call }) => call.url === exchange.symbols.url)) return 'no list'
      learnContracts(
        exchange,
        answers
          .filter(({ call }) => call !== classCall)
          .flatMap((answer) => readRows(exchange, answer, 'contract', onRead)),
        classes,
      )
      const contracts = [...(exchange.contracts?.values() ?? [])]
      if (contracts.length === 0) return 'no contracts'
      onListings(contracts.map(listingOf), contracts)
      return null
    }
    const listings = answers.flatMap((answer) => readRows(exchange, answer, 'symbol', onRead))
    if (listings.length === 0) return 'no pairs'
    onListings(listings, [])
    return null
  }
  return {
    calls: () => [exchange.symbols, ...(classCall ? [classCall] : [])],
    // Without classes there is a list all the same.
    ...(classCall && { partial: true as const }),
    sharedUrl: exchange.symbols.url,
    everyMs: listingsPeriodMs,
    onAnswers: take,
  }
}
