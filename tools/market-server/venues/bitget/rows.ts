import type { Statement } from '../../market/events.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { todayOf } from '../../market/today.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { usdtPer } from '../quotes.ts'

/** The fields that REST and stream share, all written as text. */
function shared(venueMarket: VenueMarket, listing: Listing) {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const midnight = todayOf(listing, venueMarket.now)?.open ?? open
  const change = (from: number): string => (from > 0 ? (last / from - 1).toFixed(5) : '0')
  return {
    open: plainDecimal(open),
    row: {
      high24h: plainDecimal(high),
      low24h: plainDecimal(low),
      lastPr: plainDecimal(last),
      quoteVolume: plainDecimal(quote),
      baseVolume: plainDecimal(base),
      bidPr: plainDecimal(bids[0]?.price ?? 0),
      askPr: plainDecimal(asks[0]?.price ?? 0),
      bidSz: plainDecimal(bids[0]?.amount ?? 0),
      askSz: plainDecimal(asks[0]?.amount ?? 0),
      openUtc: plainDecimal(midnight),
      ts: String(venueMarket.now),
      changeUtc24h: change(midnight),
      change24h: change(open),
    },
  }
}

/** A row of `GET /spot/market/tickers`. */
export function restTicker(venueMarket: VenueMarket, listing: Listing) {
  const { open, row } = shared(venueMarket, listing)
  const usdtTurnover = Number(row.quoteVolume) * usdtPer(venueMarket, listing.quote)
  return { symbol: listing.symbol, open, ...row, usdtVolume: plainDecimal(usdtTurnover) }
}

/** A row of the channel `ticker`. */
export function streamTicker(venueMarket: VenueMarket, listing: Listing) {
  const { open, row } = shared(venueMarket, listing)
  return { instId: listing.symbol, open24h: open, ...row }
}

/** A trade. Ids exceed 2^53. */
export const tradeRow = ({ id, at, price, amount, side }: VenueTrade) => ({
  ts: String(at),
  price: plainDecimal(price),
  size: plainDecimal(amount),
  side,
  tradeId: `12356${String(id).padStart(14, '0')}`,
})

const states = { TRADING: 'online', HALT: 'halt', BREAK: 'halt', CANCEL_ONLY: 'halt' } satisfies Record<
  Status,
  string
>

/** An entry of `GET /spot/public/symbols`. */
export const symbolRow = (venueMarket: VenueMarket, listing: Listing) => ({
  symbol: listing.symbol,
  baseCoin: listing.base,
  quoteCoin: listing.quote,
  minTradeAmount: '0',
  maxTradeAmount: '900000000000000000000',
  takerFeeRate: '0.002',
  makerFeeRate: '0.002',
  pricePrecision: String(listing.decimals),
  quantityPrecision: '8',
  quotePrecision: String(listing.decimals),
  status: states[venueMarket.status(listing)],
  minTradeUSDT: '1',
  buyLimitPriceRatio: '0.05',
  sellLimitPriceRatio: '0.05',
  areaSymbol: 'no',
})

/** An entry of `GET /spot/public/coins`: booleans are written as text. */
export function coinRow(venueMarket: VenueMarket, coin: string, index: number) {
  const { deposit, withdrawal } = venueMarket.official.transfers(coin)
  const chain = {
    chain: coin,
    needTag: 'false',
    withdrawable: String(withdrawal),
    rechargeable: String(deposit),
  }
  return {
    coinId: String(index + 1),
    coin,
    transfer: 'true',
    areaCoin: 'no',
    chains: [{ ...chain, congestion: 'normal' }],
  }
}

/** An entry of `GET /public/annoucements`. */
export function announcementRow({ at, title, body, code, kind }: Statement) {
  const news = /maintenance|upgrade/i.test(title) ? 'maintenance_system_updates' : 'latest_news'
  const annType = { listing: 'coin_listings', delisting: 'symbol_delisting', news }[kind]
  const annUrl = `https://www.bitget.com/support/articles/${code}`
  return {
    annId: code,
    annTitle: title,
    annDesc: body,
    annType,
    cTime: String(at),
    language: 'en_US',
    annUrl,
  }
}
