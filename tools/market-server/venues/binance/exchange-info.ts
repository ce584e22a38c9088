import type { Instrument } from '../../market/instrument.ts'
import type { Market } from '../../market/market.ts'
import { statusOf } from '../../market/market.ts'
import { fixed } from './fixed.ts'
import { tapesOf } from './params.ts'
import { isListed } from './tickers.ts'

const rateLimits = [
  { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6_000 },
  { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100 },
  { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 200_000 },
  { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 61_000 },
]

/** `GET /api/v3/exchangeInfo`. @throws Refusal */
export function exchangeInfo(market: Market, query: URLSearchParams): unknown {
  const tapes =
    tapesOf(market, query) ?? [...market.tapes.values()].filter((tape) => isListed(tape, market.now))
  const wanted = query.get('symbolStatus')
  return {
    timezone: 'UTC',
    serverTime: market.now,
    rateLimits,
    exchangeFilters: [],
    symbols: tapes
      .map(({ instrument }) => symbolInfo(instrument, statusOf(market, instrument.symbol)))
      .filter((info) => wanted === null || info.status === wanted),
  }
}

function symbolInfo(instrument: Instrument, status: string) {
  const { symbol, base, quote, tick, step } = instrument
  return {
    symbol,
    status,
    baseAsset: base,
    baseAssetPrecision: 8,
    quoteAsset: quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    baseCommissionPrecision: 8,
    quoteCommissionPrecision: 8,
    orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT', 'TAKE_PROFIT_LIMIT'],
    icebergAllowed: true,
    ocoAllowed: true,
    otoAllowed: true,
    quoteOrderQtyMarketAllowed: true,
    allowTrailingStop: true,
    cancelReplaceAllowed: true,
    amendAllowed: true,
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    filters: [
      {
        filterType: 'PRICE_FILTER',
        minPrice: fixed(tick),
        maxPrice: fixed(tick * 1e8),
        tickSize: fixed(tick),
      },
      { filterType: 'LOT_SIZE', minQty: fixed(step), maxQty: fixed(90_000_000), stepSize: fixed(step) },
    ],
    permissions: [],
    permissionSets: [['SPOT']],
    defaultSelfTradePreventionMode: 'EXPIRE_MAKER',
    allowedSelfTradePreventionModes: ['EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH', 'DECREMENT'],
  }
}
