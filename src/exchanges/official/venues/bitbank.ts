import { get, getForPair } from '../../feeds/rest-call.ts'
import { readRoom } from '../../wire/bitbank-wire.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { statusNotice } from '../../wire/notices.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { pairSource, pollSource } from '../poll-source.ts'

const pairStates = { NORMAL: 'open', BUSY: 'open', VERY_BUSY: 'open', HALT: 'halt' } as const
const breakerModes = {
  NONE: 'open',
  CIRCUIT_BREAK: 'halt',
  FULL_RANGE_CIRCUIT_BREAK: 'halt',
  RESUMPTION: 'halt',
  LISTING: 'listing',
} as const

const pairScope = (symbol: unknown, word: unknown) =>
  ({ scope: 'pair', symbol, title: `${wordOf(symbol)}: ${wordOf(word)}` }) as const

const pairStatus = ({ pair, status }: JsonObject) => statusNotice(status, pairStates, pairScope(pair, status))

const circuitBreaker = ({ mode, reopen_timestamp: end }: JsonObject, symbol: unknown) =>
  statusNotice(mode, breakerModes, { ...pairScope(symbol, mode), end })

const breakerForPair = getForPair('rest.status', 'https://public.bitbank.cc/{symbol}/circuit_break_info')

/** Official sources of bitbank: https://github.com/bitbankinc/bitbank-api-docs */
export const bitbankOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', 'https://api.bitbank.cc/v1/spot/status')),
    pairSource(breakerForPair, 'btc_jpy'),
  ],
  readers: {
    'rest.status': (payload, _, requested) => {
      const data = valueAt(payload, 'data') as JsonObject
      return data.mode ? [circuitBreaker(data, requested)] : mapList(data.statuses, pairStatus)
    },
    'ws.status': (payload) => readRoom(payload, (data, symbol) => [circuitBreaker(data, symbol)]),
  },
}
