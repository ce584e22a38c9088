import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { listed, priced } from '../listed.ts'
import { plain } from '../plain.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

const PREOPEN_MS = 600_000

/** Coins with a second row: leverage against yen under `BTC_JPY`, beside spot under `BTC`. */
const LEVERAGED = ['BTC', 'ETH', 'BCC', 'LTC', 'XRP', 'ADA', 'LINK']

/** An error in GMO Coin's words; nearly all come as 404. */
export const refuse = (code: string, message: string, httpStatus = 404, status = 2): Reply =>
  jsonReply({ status, messages: [{ message_code: code, message_string: message }] }, 0, httpStatus)

const isoOf = (at: number): string => new Date(at).toISOString()

/** A body of success at a market time. */
export const success = (now: number, data: unknown): Reply =>
  jsonReply({ status: 0, data, responsetime: isoOf(now) })

/** Trading stops during maintenance; in the ten minutes after it orders can only be taken back. */
export function stateOf(shelf: Shelf): 'OPEN' | 'PREOPEN' | 'MAINTENANCE' {
  const spans = shelf.official.maintenance()
  if (spans.some(({ state }) => state === 'ongoing')) return 'MAINTENANCE'
  const isFresh = spans.some(({ until }) => shelf.now >= until && shelf.now < until + PREOPEN_MS)
  return isFresh ? 'PREOPEN' : 'OPEN'
}

/** Answers `https://api.coin.z.com/public`. https://api.coin.z.com/docs/ */
export function answerRest(shelf: Shelf, { path, query }: Call): Reply {
  const state = stateOf(shelf)
  if (path === '/public/v1/status') return success(shelf.now, { status: state })
  if (state === 'MAINTENANCE') return refuse('ERR-5201', 'MAINTENANCE. Please wait for a while', 404, 5)
  const symbol = query.get('symbol')
  switch (path) {
    case '/public/v1/symbols':
      return success(
        shelf.now,
        rowsOf(listed(shelf), (good, name) => symbolRow(good, name)),
      )
    case '/public/v1/ticker': {
      const rows = rowsOf(priced(listed(shelf)), (good, name) => tickerRow(shelf, good, name))
      const asked = symbol === null ? rows : rows.filter((row) => row.symbol === symbol)
      return asked.length > 0 ? success(shelf.now, asked) : missing()
    }
    case '/public/v1/trades': {
      const good = shelf.good(symbol ?? '')
      return good ? trades(shelf, good, query) : missing()
    }
    default:
      return missing()
  }
}

const missing = (): Reply => refuse('ERR-5207', 'Not found')

/** Spot first, then leverage. */
function rowsOf<T>(goods: readonly Good[], row: (good: Good, symbol: string) => T): T[] {
  const leveraged = goods.filter(({ base }) => LEVERAGED.includes(base))
  return [
    ...goods.map((good) => row(good, good.symbol)),
    ...leveraged.map((good) => row(good, `${good.base}_JPY`)),
  ]
}

const symbolRow = ({ tick, tape }: Good, symbol: string): unknown => ({
  symbol,
  minOrderSize: plain(tape.instrument.step),
  maxOrderSize: plain(tape.instrument.step * 1e6),
  sizeStep: plain(tape.instrument.step),
  tickSize: plain(tick),
  takerFee: '0.0005',
  makerFee: '-0.0001',
})

/** No open; `timestamp` is of the reply, not of a trade. */
export function tickerRow(shelf: Shelf, good: Good, symbol: string) {
  const { high, low, last, base } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    ask: plain(asks[0]?.price ?? last),
    bid: plain(bids[0]?.price ?? last),
    high: plain(high),
    last: plain(last),
    low: plain(low),
    symbol,
    timestamp: isoOf(shelf.now),
    volume: plain(base),
  }
}

/** Newest first, a page of up to a hundred; the rows name no pair. */
function trades(shelf: Shelf, good: Good, query: URLSearchParams): Reply {
  const currentPage = countOf(query, 'page', 1, 1_000)
  const count = countOf(query, 'count', 100, 100)
  const newest = shelf.trades(good, currentPage * count).toReversed()
  const list = newest.slice((currentPage - 1) * count).map(({ price, side, amount, at }) => ({
    price: plain(price),
    side: side.toUpperCase(),
    size: plain(amount),
    timestamp: isoOf(at),
  }))
  return success(shelf.now, { pagination: { currentPage, count }, list })
}
