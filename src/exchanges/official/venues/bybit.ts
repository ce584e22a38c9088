import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, rows, rowsAt, within } from '../../wire/fields.ts'
import { announcements, maintenance, pairCaution } from '../../wire/statement.ts'
import { flags, source } from '../source.ts'

const rest = 'https://api.bybit.com/v5'

/** `product` 2 is spot: a maintenance of other products alone is not ours, nor one of the demo (`env` 2). */
const spotMaintenance = (r: Fields) =>
  (Array.isArray(r.product) && !r.product.includes(2)) || r.env === 2 ? null : maintenance(r)

/** Special treatment: the venue's own mark of a pair at risk. */
const caution = (r: Fields) => pairCaution(r.symbol, r.stTag === '1' ? 'ST' : null)

/** What Bybit says of itself: https://bybit-exchange.github.io/docs/v5/system-status */
export const bybitOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', `${rest}/system/status`)),
    source(get('rest.announcements', `${rest}/announcements/index?locale=en-US&limit=20`)),
    flags(get('rest.status', `${rest}/market/instruments-info?category=spot`)),
  ],
  readers: {
    'rest.status': (p) => {
      const isOfPairs = within(p, 'result', 'category') === 'spot'
      return each(within(p, 'result', 'list'), isOfPairs ? caution : spotMaintenance)
    },
    'ws.status': rows('data', spotMaintenance),
    'rest.announcements': rowsAt(
      'result.list',
      announcements('title url begin:dateTimestamp end:endDateTimestamp kind:type.key'),
    ),
  },
}
