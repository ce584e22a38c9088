import type { AssetState } from '../../../market/row.ts'
import type { Notice } from '../../../market/notice.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { text } from '../../validate/text-values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { mapList, mapObject } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { mapAnnouncement, newestNotices } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

// What Binance publishes about itself without a key. Only the status is documented (developers.binance.com,
// wallet, system status); the other two sources serve its own pages and may change any day.

const bapi = 'https://www.binance.com/bapi'

/** All catalogs at once: listings, news, delistings, maintenance. */
const articles = `${bapi}/composite/v1/public/cms/article/list/query?type=1&pageNo=1&pageSize=20`

const status = (entry: JsonObject): Raw<Notice> => ({
  type: 'notice',
  scope: 'venue',
  what: 'maintenance',
  title: entry.msg,
  state: entry.status === 1 ? 'active' : entry.status === 0 ? 'over' : undefined,
})

const announcement = mapAnnouncement({
  title: 'title',
  url: 'url',
  published: 'releaseDate',
  category: 'catalogName',
})

/** The articles; the name of its catalog is an article's category. */
function* articlesIn(payload: unknown): Iterable<JsonObject> {
  for (const { articles, catalogName } of valueAt(payload, 'data', 'catalogs') as Iterable<JsonObject>) {
    for (const article of (articles ?? []) as Iterable<JsonObject>) {
      const code = text(article.code)
      const url = code && `https://www.binance.com/en/support/announcement/${encodeURIComponent(code)}`
      yield { ...article, url, catalogName }
    }
  }
}

const networkAsset = mapAsset({
  asset: 'coin',
  chains: 'networkList',
  deposit: 'depositEnable',
  withdrawal: 'withdrawEnable',
})

/** An entry of the wallet API. It needs a key to request, but its replies may be read from a file. */
const walletAsset = (coin: string, entry: JsonObject): Raw<AssetState> => {
  const { depositStatus: deposit, withdrawStatus: withdrawal } = entry
  return { type: 'asset', asset: deposit === undefined ? undefined : coin, deposit, withdrawal }
}

/** The public list, or the documented reply of the wallet API, keyed by coin. */
function readAssets(payload: unknown) {
  const { data } = payload as JsonObject
  return data === undefined ? mapObject(payload, walletAsset) : mapList(data, networkAsset)
}

/** Official sources of Binance. The list of coins has two megabytes, so it is polled every half hour. */
export const binanceOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', 'https://api.binance.com/sapi/v1/system/status')),
    pollSource(get('rest.announcements', articles), { documented: false }),
    pollSource(get('rest.currencies', `${bapi}/capital/v1/public/capital/getNetworkCoinAll`), {
      documented: false,
      everyMs: 1_800_000,
    }),
  ],
  readers: {
    'rest.status': (payload) => mapList([payload], status),
    'rest.announcements': (payload, at) =>
      newestNotices(
        articlesIn(payload),
        ({ releaseDate }) => releaseDate,
        (article) => announcement(article, at),
      ),
    'rest.currencies': readAssets,
  },
}
