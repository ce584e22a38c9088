import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { priced } from '../listed.ts'
import { plain } from '../plain.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { circuitOf, tickerOf, transactionOf } from './rows.ts'

export const PUBLIC = 'public.bitbank.cc'

/** A body of success. */
const success = (data: unknown): Reply => jsonReply({ success: 1, data })

/** An error has a code and no words: 10000 no such address, 10007 maintenance, 10009 too many requests. */
export const refuse = (status: number, code: number): Reply =>
  jsonReply({ success: 0, data: { code } }, 0, status)

/** Answers `https://public.bitbank.cc` and `https://api.bitbank.cc`. https://github.com/bitbankinc/bitbank-api-docs */
export function answerRest(shelf: Shelf, { host, path }: Call): Reply {
  if (host !== PUBLIC) {
    if (path === '/v1/spot/pairs') return success({ pairs: shelf.goods.map((good) => pairOf(shelf, good)) })
    if (path === '/v1/spot/status')
      return success({ statuses: shelf.goods.map((good) => loadOf(shelf, good)) })
    return refuse(404, 10_000)
  }
  if (path === '/tickers' || path === '/tickers_jpy')
    return success(priced(shelf.goods).map((good) => ({ pair: good.symbol, ...tickerOf(shelf, good) })))
  const [, symbol = '', what] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  const good = shelf.good(symbol)
  if (good && what === 'ticker') return success(tickerOf(shelf, good))
  if (good && what === 'transactions')
    return success({ transactions: shelf.trades(good, 60).toReversed().map(transactionOf) })
  if (good && what === 'circuit_break_info') return success(circuitOf(shelf, good))
  return refuse(404, 10_000)
}

/** A pair that was taken out of trade stays enabled: only the stop flags tell. */
function pairOf(shelf: Shelf, good: Good): unknown {
  const { symbol, base, quote, decimals } = good
  const status = shelf.status(good)
  const stopped = status === 'HALT'
  const closed = stopped || status === 'CANCEL_ONLY'
  return {
    name: symbol,
    base_asset: base.toLowerCase(),
    quote_asset: quote.toLowerCase(),
    unit_amount: plain(good.tape.instrument.step),
    price_digits: decimals,
    is_enabled: true,
    stop_order: closed,
    stop_order_and_cancel: stopped,
    stop_market_order: closed,
    stop_stop_order: closed,
    stop_buy_order: closed,
    stop_sell_order: closed,
  }
}

/** Load of the whole venue; of a pair that was taken out of trade it knows nothing. */
const loadOf = (shelf: Shelf, { symbol, tape }: Good): unknown => ({
  pair: symbol,
  status: isClosed(shelf) ? 'HALT' : 'NORMAL',
  min_amount: plain(tape.instrument.step),
})

const isClosed = (shelf: Shelf): boolean =>
  shelf.official.maintenance().some(({ state }) => state === 'ongoing')
