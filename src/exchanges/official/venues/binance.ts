import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, keyed, within } from '../../wire/fields.ts'
import { type RawRow, text } from '../../gate/raw-row.ts'
import { movable } from '../../wire/movable.ts'
import { announcements } from '../../wire/statement.ts'
import { source } from '../source.ts'

// What Binance says of itself without a key. Only the status is documented (developers.binance.com, wallet,
// system status); the other two are what its own pages ask, so that any day may change them.

const bapi = 'https://www.binance.com/bapi'

/** All catalogues at once: listings, news, delistings, maintenance. */
const articles = `${bapi}/composite/v1/public/cms/article/list/query?type=1&pageNo=1&pageSize=20`

const status = (r: Fields): RawRow => ({
  type: 'notice',
  scope: 'venue',
  what: 'maintenance',
  title: r.msg,
  state: r.status === 1 ? 'active' : r.status === 0 ? 'over' : undefined,
})

const announcement = announcements('title url begin:releaseDate kind')

/** One entry of each article, with its catalogue's name as its category. */
function* published(payload: unknown, at: number): Iterable<RawRow> {
  for (const catalog of within(payload, 'data', 'catalogs') as Iterable<Fields>) {
    yield* each(catalog.articles ?? [], (r) => {
      const code = text(r.code)
      const url = code && `https://www.binance.com/en/support/announcement/${encodeURIComponent(code)}`
      return announcement({ ...r, url, kind: catalog.catalogName }, at)
    })
  }
}

const ofNetworks = movable('asset:coin chains:networkList', 'deposit:depositEnable withdrawal:withdrawEnable')

/** Of the wallet API, which needs a key, but may be read. */
const ofWallet = (coin: string, { depositStatus: deposit, withdrawStatus: withdrawal }: Fields): RawRow => ({
  type: 'asset',
  asset: deposit === undefined ? undefined : coin,
  deposit,
  withdrawal,
})

/** The list, or the documented answer of the wallet API, keyed by coin. */
function assets(payload: unknown): Iterable<RawRow> {
  const { data } = payload as Fields
  return data === undefined ? keyed(payload, ofWallet) : each(data, ofNetworks)
}

/** What Binance says of itself. The coins are two megabytes: half an hour is often enough. */
export const binanceOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', 'https://api.binance.com/sapi/v1/system/status')),
    source(get('rest.announcements', articles), { documented: false }),
    source(get('rest.currencies', `${bapi}/capital/v1/public/capital/getNetworkCoinAll`), {
      documented: false,
      everyMs: 1_800_000,
    }),
  ],
  readers: {
    'rest.status': (p) => each([p], status),
    'rest.announcements': published,
    'rest.currencies': assets,
  },
}
