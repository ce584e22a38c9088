import type { AssetState } from '../../../market/row.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { time } from '../../validate/values.ts'
import { kst } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader, timedListReader } from '../../wire/list-reader.ts'
import { cautionNotice, mapAnnouncement } from '../../wire/notices.ts'
import { isoTime } from '../../wire/wire-time.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.bithumb.com'

const caution = (entry: JsonObject) =>
  cautionNotice(entry.market, `${String(entry.warning_type)} ${String(entry.warning_step)}`, {
    end: time(isoTime(entry.end_date, '+09:00')),
  })

const announcement = mapAnnouncement({
  title: 'title',
  url: 'pc_url',
  published: kst('published_at'),
  category: 'categories',
})

/** The wire has one entry per chain; an asset counts as open that is so over at least one. */
function* readAssets(payload: unknown): Iterable<Raw<AssetState>> {
  const assets = new Map<unknown, { deposit: boolean; withdrawal: boolean }>()
  for (const entry of valueAt(payload, 'data') as Iterable<JsonObject>) {
    const { deposit = false, withdrawal = false } = assets.get(entry.currency) ?? {}
    assets.set(entry.currency, {
      deposit: deposit || entry.deposit_status === 1,
      withdrawal: withdrawal || entry.withdrawal_status === 1,
    })
  }
  for (const [asset, flags] of assets) yield { type: 'asset', asset, ...flags }
}

/** Official sources of Bithumb: https://apidocs.bithumb.com/. Times are Korean. */
export const bithumbOfficial: OfficialSources = {
  sources: [
    flagSource(get('rest.status', `${rest}/v1/market/virtual_asset_warning`)),
    pollSource(get('rest.announcements', `${rest}/v1/notices`)),
    pollSource(get('rest.currencies', `${rest}/public/assetsstatus/multichain/ALL`)),
  ],
  readers: {
    'rest.status': listReader('', caution),
    'rest.announcements': timedListReader('', announcement),
    'rest.currencies': readAssets,
  },
}
