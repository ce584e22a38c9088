import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { type ContractUnit, multipliedName } from '../contract-units.ts'
import { states } from '../okx/replies.ts'
import { plainDecimal } from '../plain-decimal.ts'

// Rows of REST and of the stream: https://www.okx.com/docs-v5/en/#public-data. Sizes are contracts, what ends in `Ccy`
// is of what the price is for.

const hourMs = 3_600_000

/** The index of a contract: its pair. */
const family = ({ base, quote }: Listing): string => `${multipliedName(base)}-${quote}`

/** A contract of `instruments`. */
export const instrument = (venueMarket: VenueMarket, listing: Listing, unit: ContractUnit): unknown => ({
  alias: '',
  baseCcy: '',
  category: '1',
  ctMult: '1',
  ctType: 'linear',
  ctVal: plainDecimal(unit.contractSize),
  ctValCcy: multipliedName(listing.base),
  expTime: '',
  instFamily: family(listing),
  instId: listing.symbol,
  instCategory: '1',
  instType: 'SWAP',
  lever: '100',
  listTime: String(listing.tape.instrument.listedAt),
  lotSz: '0.01',
  minSz: '0.01',
  preMktSwTime: '',
  quoteCcy: '',
  ruleType: 'normal',
  settleCcy: listing.quote,
  state: states[venueMarket.status(listing)],
  tickSz: plainDecimal(unit.priced(listing.tick)),
  uly: family(listing),
})

/** A row of `tickers`. */
export function ticker(venueMarket: VenueMarket, listing: Listing, unit: ContractUnit): unknown {
  const { open, high, low, last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const price = (value: number) => plainDecimal(unit.priced(value))
  const size = (value: number) => plainDecimal(unit.contracts(value))
  return {
    instType: 'SWAP',
    instId: listing.symbol,
    last: price(last),
    lastSz: size(listing.tape.lastAmount),
    askPx: price(asks[0]?.price ?? 0),
    askSz: size(asks[0]?.amount ?? 0),
    bidPx: price(bids[0]?.price ?? 0),
    bidSz: size(bids[0]?.amount ?? 0),
    open24h: price(open),
    high24h: price(high),
    low24h: price(low),
    volCcy24h: plainDecimal(base / unit.multiplier),
    vol24h: size(base),
    ts: String(venueMarket.now),
    sodUtc0: price(open),
    sodUtc8: price(open),
  }
}

/** A row of `mark-price`. */
export const markRow = ({ symbol }: Listing, unit: ContractUnit, terms: ContractTerms, at: number) => ({
  instType: 'SWAP',
  instId: symbol,
  markPx: plainDecimal(unit.priced(terms.mark)),
  ts: String(at),
})

/** A row of `index-tickers`, under the name of the pair. */
export const indexRow = (listing: Listing, unit: ContractUnit, terms: ContractTerms, at: number) => ({
  instId: family(listing),
  idxPx: plainDecimal(unit.priced(terms.index)),
  ts: String(at),
})

/** A row of `open-interest`. */
export const interestRow = ({ symbol }: Listing, unit: ContractUnit, terms: ContractTerms, at: number) => ({
  instType: 'SWAP',
  instId: symbol,
  oi: plainDecimal(unit.contracts(terms.openInterest)),
  oiCcy: plainDecimal(terms.openInterest / unit.multiplier),
  oiUsd: plainDecimal(terms.openInterest * terms.mark),
  ts: String(at),
})

/** A row of `funding-rate`. `nextFundingTime` is the one after the coming one. */
export const fundingRow = ({ symbol }: Listing, terms: ContractTerms, at: number) => ({
  fundingRate: plainDecimal(terms.fundingRate),
  fundingTime: String(terms.nextFundingAt),
  instId: symbol,
  instType: 'SWAP',
  formulaType: 'withRate',
  method: 'current_period',
  maxFundingRate: '0.00375',
  minFundingRate: '-0.00375',
  nextFundingRate: '',
  nextFundingTime: String(terms.nextFundingAt + terms.intervalH * hourMs),
  premium: '0.0001',
  settFundingRate: plainDecimal(terms.fundingRate),
  settState: 'settled',
  ts: String(at),
})

/** An entry of `liquidation-orders`. */
export const liquidationRow = (
  { listing, side, price, amount, at }: SimulatedLiquidation,
  unit: ContractUnit,
): unknown => ({
  details: [
    {
      bkLoss: '0',
      bkPx: plainDecimal(unit.priced(price)),
      ccy: '',
      posSide: side === 'sell' ? 'long' : 'short',
      side,
      sz: plainDecimal(unit.contracts(amount)),
      ts: String(at),
    },
  ],
  instFamily: family(listing),
  instId: listing.symbol,
  instType: 'SWAP',
  uly: family(listing),
})
