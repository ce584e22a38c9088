import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { listed, priced } from '../listed.ts'
import { plain } from '../plain.ts'
import { countOf } from '../routes.ts'
import { isLeaving } from '../upbit/rest.ts'
import { tickerRow, tradeRow } from '../upbit/rows.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { notices, sequenceOf, transfers, warnings } from './official.ts'

const NINE_HOURS = 9 * 3_600_000
const MOST_MARKETS = 200

/** An error of the first API: an HTTP 200 whose body has a status. */
export const refuseOld = (status: string, message: string): Reply => jsonReply({ status, message }, 1)
/** An error of the second: an HTTP 200 too. */
const refuse = (name: number, message: string): Reply => jsonReply({ error: { name, message } }, 1)

/** Answers `https://api.bithumb.com`, both generations. https://apidocs.bithumb.com/ */
export function answerRest(shelf: Shelf, { path, query }: Call): Reply {
  const [, asked] = /^\/public\/ticker\/([^/]+)$/.exec(path) ?? []
  if (asked !== undefined) return oldTickers(shelf, asked.toUpperCase())
  switch (path) {
    case '/public/assetsstatus/multichain/ALL':
      return jsonReply({ status: '0000', data: transfers(shelf) })
    case '/v1/market/all':
      return jsonReply(listed(shelf).map((good) => market(shelf, good, query.get('isDetails') === 'true')))
    case '/v1/ticker':
      return named(shelf, query.get('markets'), (goods) =>
        jsonReply(goods.map((good) => ({ market: good.symbol, ...koreanTimes(tickerRow(shelf, good)) }))),
      )
    case '/v1/trades/ticks': {
      return named(shelf, query.get('market'), ([good]) => {
        const latest = good ? shelf.trades(good, countOf(query, 'count', 1, 500)).toReversed() : []
        return jsonReply(latest.map((deal) => tradeRow(deal, sequenceOf(deal))))
      })
    }
    case '/v1/market/virtual_asset_warning':
      return jsonReply(warnings(shelf))
    case '/v1/notices':
      return jsonReply(notices(shelf, countOf(query, 'count', 5, 20)))
    default:
      return jsonReply({ name: 'not_found', message: 'No Route matched with those values' }, 0, 404)
  }
}

const market = (shelf: Shelf, { symbol, base }: Good, details: boolean): unknown => {
  const row = { market: symbol, korean_name: base, english_name: base }
  return details ? { ...row, market_warning: isLeaving(shelf, base) ? 'CAUTION' : 'NONE' } : row
}

/** Its clock of tickers is Korean time written as if it were UTC. */
const koreanTimes = (row: JsonObject): JsonObject => ({
  ...row,
  trade_timestamp: Number(row.trade_timestamp) + NINE_HOURS,
  timestamp: Number(row.trade_timestamp) + NINE_HOURS,
})

function named(shelf: Shelf, list: string | null, answer: (goods: readonly Good[]) => Reply): Reply {
  if (!list) return refuse(400, 'Missing request parameter error. Check the required parameters!')
  // The server in front refuses addresses of some four thousand characters before anybody counts.
  if (list.length > 4_000) return { status: 414, headers: {}, body: '', weight: 1 }
  const codes = list.split(',')
  if (codes.length > MOST_MARKETS) {
    const message = `Parameter 'markets' must be less than or equal to ${MOST_MARKETS} items.`
    return jsonReply({ error: { name: 400, message } }, 1, 400)
  }
  const goods = codes.map((code) => shelf.good(code.toUpperCase()))
  return goods.includes(null) ? refuse(404, 'Code not found') : answer(goods.filter((good) => good !== null))
}

/** `ALL_KRW`: rows by base beside one key that is none, `date`. `BTC_KRW`: one row with a `date` of its own. */
function oldTickers(shelf: Shelf, asked: string): Reply {
  const [base, quote = 'KRW'] = asked.split('_')
  const ofQuote = priced(listed(shelf)).filter((good) => good.quote === quote)
  const date = String(shelf.now)
  if (ofQuote.length === 0) return refuseOld('5500', '입력값을 확인해 주세요.')
  if (base === 'ALL') {
    const rows = Object.fromEntries(ofQuote.map((good) => [good.base, oldRow(shelf, good)]))
    return jsonReply({ status: '0000', data: { ...rows, date } })
  }
  const good = ofQuote.find((one) => one.base === base)
  return good
    ? jsonReply({ status: '0000', data: { ...oldRow(shelf, good), date } })
    : refuseOld('5500', '상장 코인 아님')
}

function oldRow(shelf: Shelf, good: Good): Readonly<Record<string, string>> {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  return {
    opening_price: plain(open),
    closing_price: plain(last),
    min_price: plain(low),
    max_price: plain(high),
    units_traded: plain(base),
    acc_trade_value: quote.toFixed(4),
    prev_closing_price: plain(open),
    units_traded_24H: plain(base),
    acc_trade_value_24H: quote.toFixed(4),
    fluctate_24H: plain(last - open),
    fluctate_rate_24H: ((last / open - 1) * 100).toFixed(2),
  }
}
