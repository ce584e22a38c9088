import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { plain } from '../plain.ts'

/** A ticker without its pair. Nobody buys or sells while a pair is suspended: both are null then. */
export function tickerOf(shelf: Shelf, good: Good): Readonly<Record<string, unknown>> {
  const { open, high, low, last, base } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  const price = (value: number | undefined): string | null =>
    value === undefined || shelf.status(good) !== 'TRADING' ? null : plain(value)
  return {
    sell: price(asks[0]?.price),
    buy: price(bids[0]?.price),
    open: plain(open),
    high: plain(high),
    low: plain(low),
    last: plain(last),
    vol: plain(base),
    timestamp: shelf.now,
  }
}

export const transactionOf = ({ id, side, price, amount, at }: Deal): unknown => ({
  transaction_id: id,
  side,
  price: plain(price),
  amount: plain(amount),
  executed_at: at,
})

// Majors trip at 20 %, all others at 50 %: https://bitbank.cc/guide/circuit-breaker-mode
const MAJORS = ['BTC', 'ETH', 'XRP', 'DOGE', 'SOL']

/** The breaker of a pair: the prices that would trip it, or what it does since it was tripped. */
export function circuitOf(shelf: Shelf, good: Good): Readonly<Record<string, unknown>> {
  const tripped = shelf.status(good) === 'BREAK'
  const band = MAJORS.includes(good.base) ? 0.2 : 0.5
  const [bar] = shelf.candles(good, 1, 11)
  const trigger = (times: number): string | null =>
    tripped || !bar ? null : (bar.close * times).toFixed(good.decimals)
  return {
    mode: tripped ? 'CIRCUIT_BREAK' : 'NONE',
    estimated_itayose_price: null,
    estimated_itayose_amount: null,
    itayose_upper_price: null,
    itayose_lower_price: null,
    upper_trigger_price: trigger(1 + band),
    lower_trigger_price: trigger(1 - band),
    fee_type: 'NORMAL',
    reopen_timestamp: null,
    timestamp: shelf.now,
  }
}
