import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { rows, rowsAt } from '../../wire/fields.ts'
import { movable } from '../../wire/movable.ts'
import { announcements } from '../../wire/statement.ts'
import { source } from '../source.ts'

const rest = 'https://api.bitget.com/api/v2'

/** What Bitget says of itself: https://www.bitget.com/api-doc/common/notice/Get-All-Notices */
export const bitgetOfficial: OfficialSources = {
  sources: [
    // The path is misspelt at the venue.
    source(get('rest.announcements', `${rest}/public/annoucements?language=en_US`)),
    source(get('rest.currencies', `${rest}/spot/public/coins`, 7)),
  ],
  readers: {
    'rest.announcements': rowsAt('data', announcements('title:annTitle url:annUrl begin:cTime kind:annType')),
    'rest.currencies': rows(
      'data',
      movable('asset:coin chains', 'deposit:rechargeable withdrawal:withdrawable', 'true', 'false'),
    ),
  },
}
