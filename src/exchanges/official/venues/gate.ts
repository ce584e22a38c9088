import type { Notice } from '../../../market/notice.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader, timedListReader } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { invalidNotice, noticeStateAt } from '../../wire/notices.ts'
import { secondTime } from '../../wire/wire-time.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

/** The delisting of a pair: the list of pairs has the time, 0 where none is set. */
function delisting({ id, delisting_time: seconds }: JsonObject, at: number): Raw<Notice> | null {
  if (text(id) === undefined) return invalidNotice
  const begin = secondTime(seconds) ?? 0
  if (begin <= 0) return null
  const title = `${wordOf(id)}: delisting`
  const state = noticeStateAt(at, begin)
  return { type: 'notice', scope: 'pair', what: 'delisting', symbol: id, title, begin, state }
}

const hasFlag = ({ deposit_disabled: deposit, withdraw_disabled: withdrawal }: JsonObject) =>
  typeof deposit === 'boolean' || typeof withdrawal === 'boolean'

// The flags of the coin itself are deprecated: they count only where no chain has any.
const asset = mapAsset({
  asset: 'currency',
  chains({ chains, ...coin }) {
    const list = Array.isArray(chains) ? (chains as readonly JsonObject[]) : []
    return list.some(hasFlag) ? list : [coin]
  },
  deposit: 'deposit_disabled',
  withdrawal: 'withdraw_disabled',
  open: false,
  closed: true,
})

/** Official sources of Gate: https://www.gate.com/docs/developers/apiv4/. No public status was found. */
export const gateOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.currencies', 'https://api.gateio.ws/api/v4/spot/currencies')),
    flagSource(get('rest.status', 'https://api.gateio.ws/api/v4/spot/currency_pairs')),
  ],
  readers: { 'rest.status': timedListReader('', delisting), 'rest.currencies': listReader('', asset) },
}
