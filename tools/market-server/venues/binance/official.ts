import type { Statement } from '../../market/events.ts'
import { forVenue, within } from '../../market/events.ts'
import type { Market } from '../../market/market.ts'
import { officialOf } from '../../market/official.ts'
import { limitOf, wholeOf } from './params.ts'

/** `GET /sapi/v1/system/status`: 0 normal, 1 maintenance. */
export function systemStatus(market: Market): unknown {
  return within(forVenue(market.events.maintenance, 'binance'), market.now)
    ? { status: 1, msg: 'system_maintenance' }
    : { status: 0, msg: 'normal' }
}

const catalogs: readonly { readonly id: number; readonly name: string; readonly kind: Statement['kind'] }[] =
  [
    { id: 48, name: 'New Cryptocurrency Listing', kind: 'listing' },
    { id: 49, name: 'Latest Binance News', kind: 'news' },
    { id: 161, name: 'Delisting', kind: 'delisting' },
  ]

/** `GET /bapi/composite/v1/public/cms/article/list/query` (undocumented): announcements, newest first. */
export function articles(market: Market, query: URLSearchParams): unknown {
  const catalog = wholeOf(query, 'catalogId')
  const size = Math.min(50, wholeOf(query, 'pageSize') ?? 20)
  const page = Math.max(1, wholeOf(query, 'pageNo') ?? limitOf(query, 1, 1))
  const published = officialOf(market, 'binance').statements()
  return success({
    catalogs: catalogs
      .filter(({ id }) => catalog === null || id === catalog)
      .map(({ id, name, kind }) => {
        const inside = published.filter((statement) => statement.kind === kind)
        return {
          catalogId: id,
          parentCatalogId: null,
          icon: '',
          catalogName: name,
          description: null,
          catalogType: 1,
          total: inside.length,
          articles: inside.slice((page - 1) * size, page * size).map(article),
          catalogs: [],
        }
      }),
  })
}

function article(statement: Statement): unknown {
  const { code, title, at } = statement
  return { id: Number.parseInt(code.slice(0, 7), 16), code, title, type: 1, releaseDate: at }
}

/** `GET /bapi/capital/v1/public/capital/getNetworkCoinAll` (undocumented): deposits and withdrawals by coin. */
export function networkCoins(market: Market): unknown {
  const official = officialOf(market, 'binance')
  const assets = new Set(
    [...market.tapes.values()].flatMap(({ instrument }) => [instrument.base, instrument.quote]),
  )
  return success(
    [...assets].map((coin) => {
      const { deposit, withdrawal } = official.transfers(coin)
      const network = {
        network: coin,
        coin,
        isDefault: true,
        depositEnable: deposit,
        withdrawEnable: withdrawal,
        name: coin,
      }
      return {
        coin,
        name: coin,
        depositAllEnable: deposit,
        withdrawAllEnable: withdrawal,
        trading: true,
        networkList: [network],
      }
    }),
  )
}

const success = (data: unknown): unknown => ({
  code: '000000',
  message: null,
  messageDetail: null,
  data,
  success: true,
})
