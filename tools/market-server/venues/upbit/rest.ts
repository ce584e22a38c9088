import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { listed, priced } from '../listed.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { tickerRow, tradeRow } from './rows.ts'

/** Ten thousand a millisecond: beyond 2^53, so that readers of JSON see two fills of one moment as one number. */
export const sequenceOf = ({ at, id }: Deal): number => at * 10_000 + (id % 10_000)

/** An error in Upbit's words. REST errors carry their status as a name. */
export const refuse = (status: number, message: string, name: number | string = status): Reply =>
  jsonReply({ error: { name, message } }, 0, status)

/** Answers `https://api.upbit.com/v1`. https://docs.upbit.com/kr/reference */
export function answerRest(shelf: Shelf, { path, query }: Call): Reply {
  switch (path) {
    case '/v1/market/all':
      return jsonReply(listed(shelf).map((good) => market(shelf, good, query.get('is_details') === 'true')))
    case '/v1/ticker/all': {
      const quotes = (query.get('quote_currencies') ?? '').split(',')
      return tickers(
        shelf,
        priced(listed(shelf)).filter(({ quote }) => quotes.includes(quote)),
      )
    }
    case '/v1/ticker':
      return named(shelf, query.get('markets'), (goods) => tickers(shelf, goods))
    case '/v1/trades/ticks':
      return named(shelf, query.get('market'), ([good]) => (good ? ticks(shelf, good, query) : unknown()))
    default:
      return refuse(404, 'no Route matched with those values', 'not_found')
  }
}

/** The venue's own alarms: five cautions by rule, and a warning, which comes before the end of a listing. */
function market(shelf: Shelf, good: Good, details: boolean): unknown {
  const { symbol, base } = good
  const row = { market: symbol, korean_name: base, english_name: base }
  if (!details) return row
  const { open, last } = shelf.figures(good)
  const caution = {
    PRICE_FLUCTUATIONS: open > 0 && Math.abs(last / open - 1) >= 0.5,
    TRADING_VOLUME_SOARING: false,
    DEPOSIT_AMOUNT_SOARING: false,
    GLOBAL_PRICE_DIFFERENCES: Math.abs(good.factor(shelf.now) - 1) >= 0.05,
    CONCENTRATION_OF_SMALL_ACCOUNTS: false,
  }
  return { ...row, market_event: { warning: isLeaving(shelf, base), caution } }
}

/** Whether the venue has announced the end of a coin's listing. */
export const isLeaving = (shelf: Shelf, base: string): boolean =>
  shelf.official
    .statements()
    .some(({ kind, title }) => kind === 'delisting' && title.split(/[^A-Za-z0-9]+/).includes(base))

const tickers = (shelf: Shelf, goods: readonly Good[]): Reply =>
  jsonReply(goods.map((good) => ({ market: good.symbol, ...tickerRow(shelf, good) })))

function ticks(shelf: Shelf, good: Good, query: URLSearchParams): Reply {
  if (!/^\d*$/.test(query.get('count') ?? ''))
    return refuse(400, 'Type mismatch error. Check the parameters type!')
  const latest = shelf.trades(good, countOf(query, 'count', 1, 500)).toReversed()
  return jsonReply(latest.map((deal) => tradeRow(deal, sequenceOf(deal))))
}

const unknown = (): Reply => refuse(404, 'Code not found')

/** The pairs of a parameter, in either case; one that nobody lists spoils the call. */
function named(shelf: Shelf, list: string | null, answer: (goods: readonly Good[]) => Reply): Reply {
  if (!list) return refuse(400, 'Missing request parameter error. Check the required parameters!')
  const goods = list.split(',').map((code) => shelf.good(code.toUpperCase()))
  return goods.includes(null) ? unknown() : answer(goods.filter((good) => good !== null))
}
