import { get } from '../../feeds/rest-call.ts'
import type { RawRow } from '../../validate/raw-row.ts'
import { time } from '../../validate/values.ts'
import { kst } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { announcementReader, cautionNotice } from '../../wire/notices.ts'
import { isoTime } from '../../wire/wire-time.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.bithumb.com'

const caution = (entry: JsonObject) =>
  cautionNotice(entry.market, `${wordOf(entry.warning_type)} ${wordOf(entry.warning_step)}`, {
    end: time(isoTime(entry.end_date, '+09:00')),
  })

const announcements = announcementReader('', {
  title: 'title',
  url: 'pc_url',
  published: kst('published_at'),
  category: 'categories',
})

const asset = mapAsset({
  asset: 'currency',
  chains: 'chains',
  deposit: 'deposit_status',
  withdrawal: 'withdrawal_status',
  open: 1,
  closed: 0,
})

/** The wire has one entry per chain. */
function* readAssets(payload: unknown): Iterable<RawRow> {
  const chains = new Map<unknown, JsonObject[]>()
  for (const entry of valueAt(payload, 'data') as Iterable<JsonObject>)
    if (!chains.get(entry.currency)?.push(entry)) chains.set(entry.currency, [entry])
  for (const [currency, list] of chains) yield asset({ currency, chains: list })
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
    'rest.announcements': announcements,
    'rest.currencies': readAssets,
  },
}
