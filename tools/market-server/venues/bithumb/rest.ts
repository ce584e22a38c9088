import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { listedPairs, pricedPairs } from '../listed-pairs.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import { isLeaving } from '../upbit/rest.ts'
import { minuteCandles } from '../upbit/candles.ts'
import { tickerRow, tradeRow } from '../upbit/rows.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { notices, sequenceOf, transfers, warnings } from './official.ts'

const koreaOffsetMs = 9 * 3_600_000
const maxMarkets = 200

/** An error of the first API: HTTP 200 with a status in the body. */
export const refuseV1 = (status: string, message: string): Reply => jsonReply({ status, message }, 1)
/** An error of the second API: HTTP 200 too. */
const refuse = (name: number, message: string): Reply => jsonReply({ error: { name, message } }, 1)

/** Answers `https://api.bithumb.com`, both generations. https://apidocs.bithumb.com/ */
export function answerRest(venueMarket: VenueMarket, { path, query }: Call): Reply {
  const [, requested] = /^\/public\/ticker\/([^/]+)$/.exec(path) ?? []
  if (requested !== undefined) return v1Tickers(venueMarket, requested.toUpperCase())
  const [, unit] = /^\/v1\/candles\/minutes\/(\d+)$/.exec(path) ?? []
  if (unit !== undefined)
    return named(venueMarket, query.get('market'), ([listing]) => {
      const rows = listing && minuteCandles(venueMarket, listing, Number(unit), query, '+09:00')
      return rows ? jsonReply(rows) : refuse(400, 'Invalid parameter. Check the given value!')
    })
  switch (path) {
    case '/public/assetsstatus/multichain/ALL':
      return jsonReply({ status: '0000', data: transfers(venueMarket) })
    case '/v1/market/all':
      return jsonReply(
        listedPairs(venueMarket).map((listing) =>
          market(venueMarket, listing, query.get('isDetails') === 'true'),
        ),
      )
    case '/v1/ticker':
      return named(venueMarket, query.get('markets'), (listings) =>
        jsonReply(
          listings.map((listing) => ({
            market: listing.symbol,
            ...koreanTimes(tickerRow(venueMarket, listing)),
          })),
        ),
      )
    case '/v1/trades/ticks': {
      return named(venueMarket, query.get('market'), ([listing]) => {
        const latest = listing
          ? venueMarket.latestTrades(listing, countOf(query, 'count', 1, 500)).toReversed()
          : []
        return jsonReply(latest.map((venueTrade) => tradeRow(venueTrade, sequenceOf(venueTrade))))
      })
    }
    case '/v1/market/virtual_asset_warning':
      return jsonReply(warnings(venueMarket))
    case '/v1/notices':
      return jsonReply(notices(venueMarket, countOf(query, 'count', 5, 20)))
    default:
      return jsonReply({ name: 'not_found', message: 'No Route matched with those values' }, 0, 404)
  }
}

const market = (venueMarket: VenueMarket, { symbol, base }: Listing, details: boolean): unknown => {
  const row = { market: symbol, korean_name: base, english_name: base }
  return details ? { ...row, market_warning: isLeaving(venueMarket, base) ? 'CAUTION' : 'NONE' } : row
}

/** Ticker times are Korean time written as if it were UTC. */
const koreanTimes = (row: JsonObject): JsonObject => ({
  ...row,
  trade_timestamp: Number(row.trade_timestamp) + koreaOffsetMs,
  timestamp: Number(row.trade_timestamp) + koreaOffsetMs,
})

function named(
  venueMarket: VenueMarket,
  list: string | null,
  answer: (listings: readonly Listing[]) => Reply,
): Reply {
  if (!list) return refuse(400, 'Missing request parameter error. Check the required parameters!')
  // The gateway refuses URLs of about four thousand characters before any limit is counted.
  if (list.length > 4_000) return { status: 414, headers: {}, body: '', weight: 1 }
  const codes = list.split(',')
  if (codes.length > maxMarkets) {
    const message = `Parameter 'markets' must be less than or equal to ${maxMarkets} items.`
    return jsonReply({ error: { name: 400, message } }, 1, 400)
  }
  const listings = codes.map((code) => venueMarket.listing(code.toUpperCase()))
  return listings.includes(null)
    ? refuse(404, 'Code not found')
    : answer(listings.filter((listing) => listing !== null))
}

/** `ALL_KRW`: rows keyed by base, plus the key `date`. `BTC_KRW`: one row with a `date` of its own. */
function v1Tickers(venueMarket: VenueMarket, requested: string): Reply {
  const [base, quote = 'KRW'] = requested.split('_')
  const ofQuote = pricedPairs(listedPairs(venueMarket)).filter((listing) => listing.quote === quote)
  const date = String(venueMarket.now)
  if (ofQuote.length === 0) return refuseV1('5500', '입력값을 확인해 주세요.')
  if (base === 'ALL') {
    const rows = Object.fromEntries(ofQuote.map((listing) => [listing.base, v1Row(venueMarket, listing)]))
    return jsonReply({ status: '0000', data: { ...rows, date } })
  }
  const listing = ofQuote.find((one) => one.base === base)
  return listing
    ? jsonReply({ status: '0000', data: { ...v1Row(venueMarket, listing), date } })
    : refuseV1('5500', '상장 코인 아님')
}

function v1Row(venueMarket: VenueMarket, listing: Listing): Readonly<Record<string, string>> {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  return {
    opening_price: plainDecimal(open),
    closing_price: plainDecimal(last),
    min_price: plainDecimal(low),
    max_price: plainDecimal(high),
    units_traded: plainDecimal(base),
    acc_trade_value: quote.toFixed(4),
    prev_closing_price: plainDecimal(open),
    units_traded_24H: plainDecimal(base),
    acc_trade_value_24H: quote.toFixed(4),
    fluctate_24H: plainDecimal(last - open),
    fluctate_rate_24H: ((last / open - 1) * 100).toFixed(2),
  }
}
