import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Status } from '../../market/market.ts'
import type { Shelf } from '../../market/shelf.ts'
import { todayOf } from '../../market/today.ts'
import { plain } from '../plain.ts'
import { altName, assetId } from './names.ts'

/** `Ticker`: of each pair of figures the first is today's, from 00:00 UTC, the second of 24 hours; `o` is today's alone. */
export function tickerRow(shelf: Shelf, good: Good) {
  const { high, low, last, base, count, weighted, open } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  const [bid, ask] = [bids[0], asks[0]]
  const today = todayOf(good, shelf.now)
  const price = (value: number | undefined): string => (value ?? 0).toFixed(good.decimals)
  const amount = (value: number | undefined): string => (value ?? 0).toFixed(8)
  const best = (level: typeof bid): string[] => [price(level?.price), '1', amount(level?.amount)]
  return {
    a: best(ask),
    b: best(bid),
    c: [price(last), amount(good.tape.lastAmount)],
    v: [amount(today?.base), amount(base)],
    p: [plain(today ? today.quote / today.base : 0), plain(weighted)],
    t: [today?.count ?? 0, count],
    l: [price(today?.low), price(low)],
    h: [price(today?.high), price(high)],
    o: price(today?.open ?? open),
  }
}

/** A row of `Trades`: price, amount, seconds, side, kind of order, nothing, id. */
export const tradeRow = ({ good, price, amount, at, side, id }: Deal) => [
  price.toFixed(good.decimals),
  amount.toFixed(8),
  at / 1_000,
  side === 'buy' ? 'b' : 's',
  'm',
  '',
  id,
]

const states = {
  TRADING: 'online',
  HALT: 'post_only',
  BREAK: 'maintenance',
  CANCEL_ONLY: 'cancel_only',
} satisfies Record<Status, string>

/** `AssetPairs`. */
export function pairRow(shelf: Shelf, good: Good) {
  const [base, quote] = [altName(good.base), altName(good.quote)]
  return {
    altname: base + quote,
    wsname: `${base}/${quote}`,
    aclass_base: 'currency',
    base: assetId(good.base),
    aclass_quote: 'currency',
    quote: assetId(good.quote),
    lot: 'unit',
    cost_decimals: 5,
    pair_decimals: good.decimals,
    lot_decimals: 8,
    lot_multiplier: 1,
    leverage_buy: [],
    leverage_sell: [],
    fees: [[0, 0.4]],
    fees_maker: [[0, 0.25]],
    fee_volume_currency: 'ZUSD',
    margin_call: 80,
    margin_stop: 40,
    ordermin: '0.00000001',
    costmin: '0.5',
    tick_size: plain(good.tick),
    status: states[shelf.status(good)],
  }
}

/** `Assets`. */
export function assetRow(shelf: Shelf, coin: string) {
  const { deposit, withdrawal } = shelf.official.moves(coin)
  const closed = deposit ? 'deposit_only' : withdrawal ? 'withdrawal_only' : 'funding_temporarily_disabled'
  const status = deposit && withdrawal ? 'enabled' : closed
  return { aclass: 'currency', altname: altName(coin), decimals: 10, display_decimals: 5, status }
}

/** `SystemStatus`; the stream's channel `status` says the same word. */
export function systemStatus(shelf: Shelf) {
  const isDown = shelf.official.maintenance().some(({ state }) => state === 'ongoing')
  const timestamp = new Date(shelf.now).toISOString().replace(/\.\d+/, '')
  return { status: isDown ? 'maintenance' : 'online', timestamp }
}
