import { get } from '../../feeds/rest-call.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { announcementReader } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const rest = 'https://api.bitget.com/api/v2'

const announcements = announcementReader('data', {
  title: 'annTitle',
  url: 'annUrl',
  published: 'cTime',
  category: 'annType',
})

const asset = mapAsset({
  asset: 'coin',
  chains: 'chains',
  deposit: 'rechargeable',
  withdrawal: 'withdrawable',
  open: 'true',
  closed: 'false',
})

/** Official sources of Bitget: https://www.bitget.com/api-doc/common/notice/Get-All-Notices */
export const bitgetOfficial: OfficialSources = {
  sources: [
    // The path is misspelt at the exchange.
    pollSource(get('rest.announcements', `${rest}/public/annoucements?language=en_US`)),
    pollSource(get('rest.currencies', `${rest}/spot/public/coins`, 7)),
  ],
  readers: {
    'rest.announcements': announcements,
    'rest.currencies': listReader('data', asset),
  },
}
