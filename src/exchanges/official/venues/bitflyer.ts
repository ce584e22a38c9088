import { get, getForPair } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields } from '../../wire/fields.ts'
import { openness } from '../../wire/statement.ts'
import { source, sourceOf } from '../source.ts'

const rest = 'https://api.bitflyer.com/v1'

const words = {
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

/** `state` is a board's, `health` or `status` the whole venue's load. */
const status = (r: Fields, asked?: string) =>
  r.health === 'STOP' || r.state === undefined
    ? openness(r.health ?? r.status, words)
    : openness(r.state, words, { scope: 'pair', symbol: asked, title: r.state })

const boardOf = getForPair('rest.status', `${rest}/getboardstate?product_code={symbol}`)

/** What bitFlyer says of itself: https://lightning.bitflyer.com/docs */
export const bitflyerOfficial: OfficialSources = {
  sources: [source(get('rest.status', `${rest}/gethealth`)), sourceOf(boardOf, 'BTC_JPY')],
  readers: { 'rest.status': (p, _, asked) => each([p], (r) => status(r, asked)) },
}
