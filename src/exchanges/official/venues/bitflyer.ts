import { get, getForPair } from '../../feeds/rest-call.ts'
import type { JsonObject } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { statusNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pairSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.bitflyer.com/v1'

const states = {
  RUNNING: 'open',
  NORMAL: 'open',
  BUSY: 'open',
  'VERY BUSY': 'open',
  'SUPER BUSY': 'open',
  CLOSED: 'halt',
  STARTING: 'halt',
  PREOPEN: 'halt',
  'CIRCUIT BREAK': 'halt',
  'NO ORDER': 'halt',
  STOP: 'maintenance',
} as const

/** `state` is that of one order book; `health` and `status` are the load of the whole exchange. */
const status = ({ health, status: load, state }: JsonObject, requested?: string) =>
  health === 'STOP' || state === undefined
    ? statusNotice(health ?? load, states)
    : statusNotice(state, states, { scope: 'pair', symbol: requested, title: state })

const bookStateForPair = getForPair('rest.status', `${rest}/getboardstate?product_code={symbol}`)

/** Official sources of bitFlyer: https://lightning.bitflyer.com/docs */
export const bitflyerOfficial: OfficialSources = {
  sources: [pollSource(get('rest.status', `${rest}/gethealth`)), pairSource(bookStateForPair, 'BTC_JPY')],
  readers: {
    'rest.status': (payload, _, requested) => mapList([payload], (entry) => status(entry, requested)),
  },
}
