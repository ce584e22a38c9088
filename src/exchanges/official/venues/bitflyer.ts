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

/** A reply with a `state` is of one order book, and so is its `health`; `status` is the whole exchange's. */
function status({ health, status: load, state }: JsonObject, requested?: string) {
  if (state === undefined) return statusNotice(load ?? health, states)
  const word = health === 'STOP' ? health : state
  return statusNotice(word, states, { scope: 'pair', symbol: requested, title: word })
}

const bookStateForPair = getForPair('rest.status', `${rest}/getboardstate?product_code={symbol}`)

/** Official sources of bitFlyer: https://lightning.bitflyer.com/docs */
export const bitflyerOfficial: OfficialSources = {
  sources: [pollSource(get('rest.status', `${rest}/gethealth`)), pairSource(bookStateForPair, 'BTC_JPY')],
  readers: {
    'rest.status': (payload, _, requested) => mapList([payload], (entry) => status(entry, requested)),
  },
}
