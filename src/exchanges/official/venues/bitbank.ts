import { inRoom } from '../../wire/bitbank-wire.ts'
import { get, getForPair } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, within } from '../../wire/fields.ts'
import { openness } from '../../wire/statement.ts'
import { source, sourceOf } from '../source.ts'

const load = { NORMAL: 'open', BUSY: 'open', VERY_BUSY: 'open', HALT: 'halt' } as const
const breaker = {
  NONE: 'open',
  CIRCUIT_BREAK: 'halt',
  FULL_RANGE_CIRCUIT_BREAK: 'halt',
  RESUMPTION: 'halt',
  LISTING: 'listing',
} as const

const ofPair = (symbol: unknown, word: unknown) =>
  ({ scope: 'pair', symbol, title: `${String(symbol)}: ${String(word)}` }) as const

const status = (r: Fields) => openness(r.status, load, ofPair(r.pair, r.status))

const circuit = (r: Fields, symbol: unknown) =>
  openness(r.mode, breaker, { ...ofPair(symbol, r.mode), end: r.reopen_timestamp })

const breakerOf = getForPair('rest.status', 'https://public.bitbank.cc/{symbol}/circuit_break_info')

/** What bitbank says of itself: https://github.com/bitbankinc/bitbank-api-docs */
export const bitbankOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', 'https://api.bitbank.cc/v1/spot/status')),
    sourceOf(breakerOf, 'btc_jpy'),
  ],
  readers: {
    'rest.status': (p, _, asked) => {
      const data = within(p, 'data') as Fields
      return data.mode ? [circuit(data, asked)] : each(data.statuses, status)
    },
    'ws.status': (p) => inRoom(p, (data, symbol) => [circuit(data, symbol)]),
  },
}
