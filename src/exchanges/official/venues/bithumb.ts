import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rows, rowsAt, within } from '../../wire/fields.ts'
import { type RawRow, time } from '../../gate/raw-row.ts'
import { announcements, pairCaution } from '../../wire/statement.ts'
import { isoTime } from '../../wire/wire-time.ts'
import { flags, source } from '../source.ts'

const rest = 'https://api.bithumb.com'

const caution = (r: Fields) =>
  pairCaution(r.market, `${String(r.warning_type)} ${String(r.warning_step)}`, {
    end: time(isoTime(r.end_date, '+09:00')),
  })

/** One row a chain; an asset moves where one of them does. */
function* assets(payload: unknown): Iterable<RawRow> {
  const open = new Map<unknown, { deposit: boolean; withdrawal: boolean }>()
  for (const r of within(payload, 'data') as Iterable<Fields>) {
    const { deposit = false, withdrawal = false } = open.get(r.currency) ?? {}
    open.set(r.currency, {
      deposit: deposit || r.deposit_status === 1,
      withdrawal: withdrawal || r.withdrawal_status === 1,
    })
  }
  for (const [asset, moves] of open) yield { type: 'asset', asset, ...moves }
}

/** What Bithumb says of itself: https://apidocs.bithumb.com/. Its times are Korean. */
export const bithumbOfficial: OfficialSources = {
  sources: [
    flags(get('rest.status', `${rest}/v1/market/virtual_asset_warning`)),
    source(get('rest.announcements', `${rest}/v1/notices`)),
    source(get('rest.currencies', `${rest}/public/assetsstatus/multichain/ALL`)),
  ],
  readers: {
    'rest.status': rows('', caution),
    'rest.announcements': rowsAt(
      '',
      announcements('title url:pc_url begin:kst(published_at) kind:categories'),
    ),
    'rest.currencies': assets,
  },
}
