import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { listed } from '../listed.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { boardStateOf, executionOf, isStopped, tickerOf } from './rows.ts'

/** An error in bitFlyer's words. */
export const refuse = (httpStatus: number, status: number, error_message: string): Reply =>
  jsonReply({ status, error_message, data: null }, 0, httpStatus)

const CFD = 'FX_BTC_JPY'

/** Answers `https://api.bitflyer.com/v1`; a call that names no product is about BTC_JPY. https://lightning.bitflyer.com/docs */
export function answerRest(shelf: Shelf, { path, query }: Call): Reply {
  const asked = (query.get('product_code') ?? 'BTC_JPY').toUpperCase()
  const good = shelf.good(asked === CFD ? 'BTC_JPY' : asked)
  const of = (row: (good: Good) => unknown): Reply =>
    good ? jsonReply(row(good)) : refuse(400, -100, 'Invalid product')
  switch (path) {
    case '/v1/getmarkets':
    case '/v1/markets':
      return jsonReply([
        ...listed(shelf).map(({ symbol }) => ({ product_code: symbol, market_type: 'Spot' })),
        { product_code: CFD, market_type: 'FX' },
      ])
    case '/v1/getticker':
    case '/v1/ticker':
      return of((good) => tickerOf(shelf, good, asked))
    case '/v1/getexecutions':
    case '/v1/executions':
      return of((good) =>
        shelf
          .trades(good, countOf(query, 'count', 100, 500))
          .toReversed()
          .map(executionOf),
      )
    case '/v1/getboardstate':
    case '/v1/boardstate':
      return of((good) => ({ health: healthOf(shelf), state: boardStateOf(shelf, good) }))
    case '/v1/gethealth':
      return jsonReply({ status: healthOf(shelf) })
    default:
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><title>404', weight: 0 }
  }
}

const healthOf = (shelf: Shelf): string => (isStopped(shelf) ? 'STOP' : 'NORMAL')
