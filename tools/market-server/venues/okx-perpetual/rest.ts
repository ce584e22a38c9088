import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import { openBudget } from '../budget.ts'
import type { ContractUnit } from '../contract-units.ts'
import { candles } from '../okx/candles.ts'
import { okReply, oddInstrument, refusal } from '../okx/replies.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { fundingRow, indexRow, instrument, interestRow, markRow, ticker } from './rows.ts'
import type { Swaps } from './swaps.ts'

/** The REST paths, as far as they are of swaps: 20 requests in 2 s, of which the venue has a count for each path. */
export function openRest(
  { venueMarket, contracts, unitOf }: Swaps,
  wall: () => number,
): (call: Call) => Reply {
  const one = (query: URLSearchParams, reply: (listing: Listing) => Reply): Reply => {
    const id = query.get('instId') ?? ''
    const listing = venueMarket.listing(id)
    return listing ? reply(listing) : oddInstrument(id)
  }
  /** A row for each contract. */
  const all = (row: (listing: Listing, unit: ContractUnit) => unknown): Route => ({
    reply: () => okReply(venueMarket.listings.map((listing) => row(listing, unitOf(listing)))),
  })
  const terms = (
    row: (listing: Listing, unit: ContractUnit, terms: ContractTerms, at: number) => unknown,
  ): Route => all((listing, unit) => row(listing, unit, contracts.termsOf(listing), venueMarket.now))
  const candlesOf = (isHistory: boolean): Route => ({
    reply: (query) =>
      one(query, (listing) => {
        const rows = candles(venueMarket, listing, query, isHistory, unitOf(listing))
        return rows ? okReply(rows) : jsonReply({ code: '51000', msg: 'Parameter bar error', data: [] })
      }),
  })
  const indices = terms(indexRow)
  const routes: Record<string, Route> = {
    '/api/v5/market/candles': candlesOf(false),
    '/api/v5/market/history-candles': candlesOf(true),
    '/api/v5/market/tickers': all((listing, unit) => ticker(venueMarket, listing, unit)),
    '/api/v5/public/instruments': all((listing, unit) => instrument(venueMarket, listing, unit)),
    '/api/v5/public/mark-price': terms(markRow),
    '/api/v5/market/index-tickers': {
      reply: (query) => (query.get('quoteCcy') === 'USDT' ? indices.reply(query) : okReply([])),
    },
    '/api/v5/public/open-interest': terms(interestRow),
    '/api/v5/public/funding-rate': terms((listing, _, each, at) => fundingRow(listing, each, at)),
    '/api/v5/market/trades': {
      reply: (query) =>
        one(query, (listing) => {
          const { priced, contracts: counted } = unitOf(listing)
          const trades = venueMarket.latestTrades(listing, countOf(query, 'limit', 100, 500)).toReversed()
          return okReply(
            trades.map(({ id, at, price, amount, side }) => ({
              instId: listing.symbol,
              side,
              sz: plainDecimal(counted(amount)),
              px: plainDecimal(priced(price)),
              source: '0',
              tradeId: String(id),
              ts: String(at),
            })),
          )
        }),
    },
  }
  return openRoutes(routes, openBudget(wall, 20, 2_000), (wait) => refusal(429, wait))
}
