import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { restTicker } from '../bitget/rows.ts'
import { type ContractUnit, contractUnit } from '../contract-unit.ts'
import { plainDecimal } from '../plain-decimal.ts'

// https://www.bitget.com/api-doc/contract/intro (v2), https://www.bitget.com/api-doc/uta/intro (v3)

/** A coin that is quoted by the thousand. */
const thousands = new Set(['DENT'])

/** The name of a contract. */
export const symbolOf = (base: string, quote: string): string =>
  `${thousands.has(base) ? '1000' : ''}${base}${quote}`

/** Amounts are of the coin, whatever the contract. */
export const unitOf = ({ base }: Listing): ContractUnit => contractUnit(thousands.has(base) ? 1000 : 1)

const states = {
  TRADING: 'normal',
  HALT: 'maintain',
  BREAK: 'maintain',
  CANCEL_ONLY: 'limit_open',
} satisfies Record<Status, string>

/** An entry of `GET /api/v2/mix/market/contracts`. */
export const contractRow = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  symbol: listing.symbol,
  baseCoin: listing.symbol.slice(0, -listing.quote.length),
  quoteCoin: listing.quote,
  buyLimitPriceRatio: '0.05',
  sellLimitPriceRatio: '0.05',
  supportMarginCoins: [listing.quote],
  minTradeNum: '0.0001',
  pricePlace: String(listing.decimals),
  sizeMultiplier: '0.0001',
  symbolType: 'perpetual',
  symbolStatus: states[venueMarket.status(listing)],
  offTime: '-1',
  limitOpenTime: '-1',
  deliveryTime: '',
  deliveryStartTime: '',
  launchTime: '',
  fundInterval: '8',
  minLever: '1',
  maxLever: '125',
  isRwa: 'NO',
})

/** An entry of `GET /api/v2/mix/market/tickers`: the one of spot in the contract's unit, and the contract's terms. */
export function contractTicker(venueMarket: VenueMarket, listing: Listing, terms: ContractTerms): unknown {
  const { price, amount } = unitOf(listing)
  const { open, ...row } = restTicker(venueMarket, listing)
  const priced = (value: string): string => plainDecimal(price(Number(value)))
  return {
    ...row,
    lastPr: priced(row.lastPr),
    askPr: priced(row.askPr),
    bidPr: priced(row.bidPr),
    high24h: priced(row.high24h),
    low24h: priced(row.low24h),
    openUtc: priced(row.openUtc),
    baseVolume: plainDecimal(amount(Number(row.baseVolume))),
    indexPrice: plainDecimal(price(terms.index)),
    fundingRate: plainDecimal(terms.fundingRate),
    holdingAmount: plainDecimal(amount(terms.openInterest)),
    deliveryStartTime: null,
    deliveryTime: null,
    deliveryStatus: '',
    open24h: priced(open),
    markPrice: plainDecimal(price(terms.mark)),
  }
}

/** An entry of `GET /api/v2/mix/market/current-fund-rate`. */
export const fundingRow = ({ symbol }: Listing, terms: ContractTerms): unknown => ({
  symbol,
  fundingRate: plainDecimal(terms.fundingRate),
  fundingRateInterval: String(terms.intervalH),
  nextUpdate: String(terms.nextFundingAt),
  minFundingRate: '-0.003',
  maxFundingRate: '0.003',
})

/** The two sides of a trade have an id each, one after the other; ids exceed 2^53. */
const executionIds = (id: number) => [2 * id, 2 * id + 1].map((n) => `14856838${String(n).padStart(11, '0')}`)

/** An entry of `GET /api/v3/market/fills`, which names no symbol. */
export function fillRow({ listing, id, at, price, amount, side }: VenueTrade): unknown {
  const unit = unitOf(listing)
  const [execId, execLinkId] = executionIds(id)
  return {
    execId,
    execLinkId,
    price: plainDecimal(unit.price(price)),
    size: plainDecimal(unit.amount(amount)),
    side,
    ts: String(at),
    isRPI: 'no',
  }
}

/** An entry of the topic `publicTrade`. */
export function tradeRow({ listing, id, at, price, amount, side }: VenueTrade): unknown {
  const unit = unitOf(listing)
  const [i, L] = executionIds(id)
  const [p, v] = [unit.price(price), unit.amount(amount)].map(plainDecimal)
  return { i, p, v, S: side, T: String(at), L, isRPI: 'no' }
}

/** An entry of the topic `liquidation`: `side` is the position's, `amount` is what it was worth. */
export function liquidationRow({ listing, side, price, amount, at }: SimulatedLiquidation): unknown {
  const unit = unitOf(listing)
  return {
    symbol: listing.symbol,
    side: side === 'buy' ? 'sell' : 'buy',
    price: plainDecimal(unit.price(price)),
    amount: plainDecimal(price * amount),
    ts: String(at),
  }
}
