import { get } from '../../feeds/rest-call.ts'
import { text } from '../../validate/text-values.ts'
import { upper } from '../../wire/decoders.ts'
import { asList, type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { statusNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const rest = 'https://api.huobi.pro/v2'

const states = { 1: 'open', 2: 'halt', 3: 'cancel-only' } as const

/** A halt is of the venue only where it says so; of a list of pairs it is one notice a pair. */
function status(entry: JsonObject) {
  const { marketStatus, haltStartTime: begin, haltEndTime: end, affectedSymbols } = entry
  const symbols = asList(affectedSymbols)
    .flatMap(
      (names) =>
        text(names)
          ?.toLowerCase()
          .split(/[,\s]+/) ?? [],
    )
    .filter(Boolean)
  const venue = statusNotice(marketStatus, states, { begin, end })
  if (venue.state !== 'active' || symbols.includes('all')) return [venue]
  if (symbols.length === 0) return [{ ...venue, what: 'other' }]
  return symbols.map((symbol) => ({ ...venue, scope: 'pair', symbol }))
}

const asset = mapAsset({
  asset: upper('currency'),
  chains: 'chains',
  deposit: 'depositStatus',
  withdrawal: 'withdrawStatus',
  open: 'allowed',
  closed: 'prohibited',
})

/** Official sources of HTX: https://www.htx.com/en-us/opend/newApiPages/ */
export const htxOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/market-status`)),
    pollSource(get('rest.currencies', `${rest}/reference/currencies`)),
  ],
  readers: {
    'rest.status': (payload) => status(valueAt(payload, 'data') as JsonObject),
    'rest.currencies': listReader('data', asset),
  },
}
