import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { type ContractUnit, contractUnit } from '../contract-unit.ts'
import { bestRow, type Match, matchesWith } from '../htx/rows.ts'

// https://www.htx.com/en-us/opend/newApiPages/ (USDT-margined swaps)

const sizes: Readonly<Record<string, number>> = { BTC: 0.001, ETH: 0.01 }

/** Contracts are of a coin's own size; no name is multiplied. */
const unitOf = ({ base }: Listing): ContractUnit => contractUnit(1, sizes[base] ?? 10)

/** What every row says of its contract. */
const naming = ({ symbol, base }: Listing) => ({
  symbol: base,
  contract_code: symbol,
  contract_type: 'swap',
  business_type: 'swap',
  pair: symbol,
})

const states = { TRADING: 1, HALT: 3, BREAK: 3, CANCEL_ONLY: 3 } satisfies Record<Status, number>

/** An entry of `swap_contract_info`. */
export const contractRow = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  ...naming(listing),
  contract_size: unitOf(listing).size,
  price_tick: listing.tick,
  delivery_date: '',
  delivery_time: '',
  create_date: '20201021',
  contract_status: states[venueMarket.status(listing)],
  settlement_date: '1603699200000',
  support_margin_mode: 'all',
  settlement_period: '8',
  labels: [],
  tradfi_labels: [],
  trade_partition: listing.quote,
})

/** An entry of `v2/…/batch_merged`: prices and amounts are text there, and `vol` is the turnover. */
export function mergedRow(venueMarket: VenueMarket, listing: Listing): unknown {
  const { contracts } = unitOf(listing)
  const { open, high, low, last, base, quote, count } = venueMarket.stats24h(listing)
  const { bid, bidSize, ask, askSize } = bestRow(venueMarket, listing)
  return {
    id: listing.tape.lastId,
    ts: venueMarket.now,
    ask: [ask, contracts(askSize)],
    bid: [bid, contracts(bidSize)],
    business_type: 'swap',
    contract_code: listing.symbol,
    open: String(open),
    close: String(last),
    low: String(low),
    high: String(high),
    amount: String(base),
    count,
    vol: String(quote),
    number_of: String(contracts(base)),
    trade_partition: listing.quote,
  }
}

/** An entry of `swap_index`. */
export const indexRow = ({ symbol }: Listing, { index }: ContractTerms, now: number): unknown => ({
  index_price: index,
  index_ts: now,
  contract_code: symbol,
})

/** An entry of `swap_price_limit`: 6 % from the index, whatever the basis. */
export const limitRow = (listing: Listing, { index }: ContractTerms): unknown => ({
  ...naming(listing),
  high_limit: index * 1.06,
  low_limit: index * 0.94,
})

/** An entry of `swap_batch_funding_rate`; what else it once said is null. */
export const fundingRow = (
  { symbol, base, quote }: Listing,
  { fundingRate, nextFundingAt }: ContractTerms,
): unknown => ({
  estimated_rate: null,
  funding_rate: fundingRate.toFixed(18),
  contract_code: symbol,
  symbol: base,
  fee_asset: quote,
  funding_time: String(nextFundingAt),
  next_funding_time: null,
  trade_partition: quote,
})

/** An entry of `swap_open_interest`, which counts both sides. */
export function openInterestRow(listing: Listing, { openInterest, mark }: ContractTerms): unknown {
  const both = 2 * openInterest
  return {
    ...naming(listing),
    volume: unitOf(listing).contracts(both),
    amount: both,
    value: both * mark,
    trade_partition: listing.quote,
  }
}

/** The only candle of a mark price that is asked for: the running minute's. Figures are text. */
export function markCandle({ mark }: ContractTerms, now: number): unknown {
  const id = Math.floor(now / minuteMs) * 60
  const price = String(mark)
  return {
    ...{ amount: '0', close: price, count: '0', high: price, id, low: price, open: price },
    ...{ trade_turnover: '0', vol: '0' },
  }
}

/** An entry of `history/kline`: `vol` is contracts. */
export function candleRow(listing: Listing, bar: Bar): unknown {
  const { minute, open, high, low, close, base, quote, count } = bar
  return {
    id: (minute * minuteMs) / 1_000,
    ...{ open, close, low, high, amount: base, vol: unitOf(listing).contracts(base) },
    ...{ trade_turnover: quote, count },
  }
}

/** Trades as matches: as on spot, with contracts and coins. */
export function matchesOf(venueTrades: readonly VenueTrade[]): Match[] {
  return matchesWith(venueTrades, ({ listing, id, at, price, amount, side }, match) => ({
    amount: unitOf(listing).contracts(amount),
    quantity: amount,
    trade_turnover: amount * price,
    ts: at,
    // Beyond 2^53, as the real ones since 2022.
    id: match * 1e8 + id,
    price,
    direction: side,
  }))
}

/** An entry of the topic `liquidation_orders`. */
export const liquidationRow = ({ listing, side, price, amount, at }: SimulatedLiquidation): unknown => ({
  ...naming(listing),
  direction: side,
  offset: 'close',
  volume: unitOf(listing).contracts(amount),
  price,
  created_at: at,
  amount,
  trade_turnover: price * amount,
  trade_partition: listing.quote,
})
