import type { Statement } from '../../market/events.ts'
import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Status } from '../../market/market.ts'
import type { Shelf } from '../../market/shelf.ts'
import { todayOf } from '../../market/today.ts'
import { plain } from '../plain.ts'
import { dollarsIn } from '../quotes.ts'

/** The figures that REST and stream share, all written as text. */
function shared(shelf: Shelf, good: Good) {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  const midnight = todayOf(good, shelf.now)?.open ?? open
  const change = (from: number): string => (from > 0 ? (last / from - 1).toFixed(5) : '0')
  return {
    open: plain(open),
    row: {
      high24h: plain(high),
      low24h: plain(low),
      lastPr: plain(last),
      quoteVolume: plain(quote),
      baseVolume: plain(base),
      bidPr: plain(bids[0]?.price ?? 0),
      askPr: plain(asks[0]?.price ?? 0),
      bidSz: plain(bids[0]?.amount ?? 0),
      askSz: plain(asks[0]?.amount ?? 0),
      openUtc: plain(midnight),
      ts: String(shelf.now),
      changeUtc24h: change(midnight),
      change24h: change(open),
    },
  }
}

/** A row of `GET /spot/market/tickers`. */
export function restTicker(shelf: Shelf, good: Good) {
  const { open, row } = shared(shelf, good)
  const worth = Number(row.quoteVolume) * dollarsIn(shelf, good.quote)
  return { symbol: good.symbol, open, ...row, usdtVolume: plain(worth) }
}

/** A row of the channel `ticker`. */
export function streamTicker(shelf: Shelf, good: Good) {
  const { open, row } = shared(shelf, good)
  return { instId: good.symbol, open24h: open, ...row }
}

/** A trade. Ids are larger than a number can hold exactly. */
export const tradeRow = ({ id, at, price, amount, side }: Deal) => ({
  ts: String(at),
  price: plain(price),
  size: plain(amount),
  side,
  tradeId: `12356${String(id).padStart(14, '0')}`,
})

const states = { TRADING: 'online', HALT: 'halt', BREAK: 'halt', CANCEL_ONLY: 'halt' } satisfies Record<
  Status,
  string
>

/** An entry of `GET /spot/public/symbols`. */
export const symbolRow = (shelf: Shelf, good: Good) => ({
  symbol: good.symbol,
  baseCoin: good.base,
  quoteCoin: good.quote,
  minTradeAmount: '0',
  maxTradeAmount: '900000000000000000000',
  takerFeeRate: '0.002',
  makerFeeRate: '0.002',
  pricePrecision: String(good.decimals),
  quantityPrecision: '8',
  quotePrecision: String(good.decimals),
  status: states[shelf.status(good)],
  minTradeUSDT: '1',
  buyLimitPriceRatio: '0.05',
  sellLimitPriceRatio: '0.05',
  areaSymbol: 'no',
})

/** An entry of `GET /spot/public/coins`: truth is written as text. */
export function coinRow(shelf: Shelf, coin: string, index: number) {
  const { deposit, withdrawal } = shelf.official.moves(coin)
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
