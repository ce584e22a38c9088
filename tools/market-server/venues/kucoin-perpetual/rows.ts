import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { type ContractUnit, contractUnit } from '../contract-unit.ts'
import { orderId, type TradeTopic } from '../kucoin/streams.ts'
import type { TokenlessTrades } from '../kucoin/tokenless-streams.ts'
import { plainDecimal } from '../plain-decimal.ts'

// https://www.kucoin.com/docs-new/rest/futures-trading/introduction

/** Coins whose name is another here, or which are quoted by the thousand. */
const names: Readonly<Record<string, string>> = { BTC: 'XBT', DENT: '1000DENT' }
const nameOf = (base: string): string => names[base] ?? base

/** The symbol of a contract. */
export const symbolOf = (base: string, quote: string): string => `${nameOf(base)}${quote}M`

const sizes: Readonly<Record<string, number>> = { BTC: 0.001, ETH: 0.01 }

/** The unit of a contract: lots of a coin's own size. */
const unitOf = ({ base }: Listing): ContractUnit =>
  contractUnit(nameOf(base).startsWith('1000') ? 1000 : 1, sizes[base] ?? 10)

const states = {
  TRADING: 'Open',
  HALT: 'Paused',
  BREAK: 'Paused',
  CANCEL_ONLY: 'CancelOnly',
} satisfies Record<Status, string>

const hourMs = 3_600_000

/** An entry of `GET /api/v1/contracts/active`. Figures are JSON numbers, the open interest text. */
export function contractRow(venueMarket: VenueMarket, listing: Listing, terms: ContractTerms): unknown {
  const { price, amount, contracts, size } = unitOf(listing)
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const name = nameOf(listing.base)
  return {
    symbol: listing.symbol,
    rootSymbol: listing.quote,
    type: 'FFWCSX',
    firstOpenDate: Math.max(0, listing.tape.instrument.listedAt),
    expireDate: null,
    settleDate: null,
    baseCurrency: name,
    quoteCurrency: listing.quote,
    settleCurrency: listing.quote,
    lotSize: 1,
    tickSize: price(listing.tick),
    multiplier: size,
    isDeleverage: true,
    isQuanto: false,
    isInverse: false,
    markMethod: 'FairPrice',
    fairMethod: 'FundingRate',
    fundingRateSymbol: `.${listing.symbol}FPI8H`,
    indexSymbol: `.K${name}${listing.quote}`,
    status: states[venueMarket.status(listing)],
    marketType: 'CRYPTO',
    assetClass: 'CRYPTO',
    fundingFeeRate: terms.fundingRate,
    predictedFundingFeeRate: terms.fundingRate,
    fundingRateGranularity: terms.intervalH * hourMs,
    fundingRateCap: 0.003,
    fundingRateFloor: -0.003,
    openInterest: plainDecimal(contracts(terms.openInterest)),
    turnoverOf24h: quote,
    volumeOf24h: amount(base),
    markPrice: price(terms.mark),
    indexPrice: price(terms.index),
    lastTradePrice: price(last),
    nextFundingRateTime: terms.nextFundingAt - venueMarket.now,
    maxLeverage: 125,
    lowPrice: price(low),
    highPrice: price(high),
    priceChgPct: open > 0 ? last / open - 1 : 0,
    priceChg: price(last - open),
  }
}

/** What a trade has by REST and by stream, times in ns. */
function tradeFields({ listing, id, order, at, price, amount, side }: VenueTrade) {
  const unit = unitOf(listing)
  return {
    sequence: id,
    tradeId: String(id),
    takerOrderId: orderId('b2', listing.symbol, order),
    makerOrderId: orderId('a1', listing.symbol, id),
    price: plainDecimal(unit.price(price)),
    size: unit.contracts(amount),
    side,
    ts: at * 1e6,
  }
}

/** An entry of `GET /api/v1/trade/history`, which names no symbol. */
export const historyRow = (venueTrade: VenueTrade): unknown => tradeFields(venueTrade)

/** A message for each fill. */
export const executions: TradeTopic = {
  topic: '/contractMarket/execution',
  message: (venueTrade) => ({
    topic: `/contractMarket/execution:${venueTrade.listing.symbol}`,
    type: 'message',
    subject: 'match',
    sn: venueTrade.id,
    data: { symbol: venueTrade.listing.symbol, ...tradeFields(venueTrade) },
  }),
}

/** The same of unified accounts. */
export const unifiedTrades: TokenlessTrades = {
  tradeType: 'FUTURES',
  figures({ listing, price, amount }) {
    const unit = unitOf(listing)
    return { p: plainDecimal(unit.price(price)), q: plainDecimal(unit.contracts(amount)) }
  },
}

/** An entry of `GET /api/v1/kline/query`: the volume is in lots. */
export function candleRow(listing: Listing, { minute, open, high, low, close, base }: Bar): unknown {
  const { price, contracts } = unitOf(listing)
  return [minute * minuteMs, ...[open, high, low, close].map(price), contracts(base)]
}
