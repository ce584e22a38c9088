import type { Fields } from './fields.ts'
import type { RawRow } from '../gate/raw-row.ts'

// REST rows in Binance's shape, which MEXC speaks too.

export const restTick = (r: Fields): RawRow => ({
  type: 'tick',
  symbol: r.symbol,
  last: r.lastPrice,
  open: r.openPrice,
  high: r.highPrice,
  low: r.lowPrice,
  baseVolume: r.volume,
  quoteVolume: r.quoteVolume,
  count: r.count,
  bid: r.bidPrice,
  ask: r.askPrice,
  at: r.closeTime,
  since: r.openTime,
  lastTrade: r.lastId,
})

/** `m` says whether the buyer is the *maker*: true means that a seller took. */
const side = (buyerIsMaker: unknown) =>
  buyerIsMaker === true ? 'sell' : buyerIsMaker === false ? 'buy' : undefined

/** aggTrade merges the fills of one taker order at one price; `f`..`l` are their trade ids. */
export const aggTrade = (r: Fields): RawRow => ({
  type: 'trade',
  symbol: r.s,
  // A raw trade's `t` is its id; the `a` it used to carry is the seller's order.
  id: r.t ?? r.a,
  price: r.p,
  amount: r.q,
  side: side(r.m),
  at: r.T,
  fills: typeof r.l === 'number' && typeof r.f === 'number' ? r.l - r.f + 1 : undefined,
})

/** A trade as either of the two REST paths gives it. */
export const restTrade = (r: Fields): RawRow =>
  'p' in r
    ? aggTrade(r)
    : { type: 'trade', id: r.id, price: r.price, amount: r.qty, side: side(r.isBuyerMaker), at: r.time }

/** An error body is `{"code":-1121,"msg":"Invalid symbol."}`. */
export function binanceRefusal(payload: unknown): { code: number; message: string } | null {
  const { code, msg } = payload as Fields
  return typeof code === 'number' && typeof msg === 'string' ? { code, message: msg } : null
}
