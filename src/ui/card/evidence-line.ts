import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import type { TextKey } from '../../shared/texts.ts'
import { texts } from '../../shared/texts.ts'
import { decimalsOf } from '../words/decimals.ts'
import type { Words } from '../words/words.ts'

/** One measured fact as written: what, how much, over which window. */
export interface EvidenceLine {
  readonly label: string
  readonly value: string
  readonly when: string
}

/** A measurement this much older than the episode's last observation says until when it holds. */
const OLD = 60_000

/** Fractions that are shares of a whole, not changes: written without a sign. */
const shares: readonly string[] = ['abruptness', 'taker-buys', 'breadth']

/** Writes one piece of evidence of an episode in words and units. */
export function evidenceLine(words: Words, evidence: Evidence, episode: Episode): EvidenceLine {
  const price = strayPrice(words, episode)
  return {
    label: words.say(keyOf(evidence), { price, n: evidence.count ?? 0 }),
    value: valueOf(words, evidence),
    when: whenOf(words, evidence, episode),
  }
}

/** What was measured, in a wording of its own where it was measured against one alone. */
function keyOf({ sign, unit, count }: Evidence): TextKey {
  const key = `evidence.${sign}.${unit}`
  const alone = `${key}.one`
  if (count === 1 && isKey(alone)) return alone
  return isKey(key) ? key : 'evidence.other'
}

function valueOf(words: Words, evidence: Evidence): string {
  const times = evidence.sign === 'stray-print' ? timesUsual(evidence) : undefined
  if (times === undefined) return amount(words, evidence, evidence.value)
  // Far below the usual price a multiple is unreadable; a fall in percent is not.
  return times < 1
    ? words.format.change(times - 1)
    : words.say('evidence.againstUsual', { multiple: words.format.multiple(times) })
}

/** How many times the usual price a stray print is. */
function timesUsual({ unit, value, usual }: Evidence): number | undefined {
  if (unit === 'times') return value
  return usual === undefined ? undefined : value / usual
}

function amount({ format }: Words, { sign, unit }: Evidence, value: number): string {
  if (unit === 'times') return format.multiple(value)
  if (unit === 'fraction') return shares.includes(sign) ? format.share(value) : format.change(value)
  if (unit === 'price') return format.price(value, decimalsOf([value]))
  if (unit === 'time') return format.clock(value)
  return format.count(value)
}

function whenOf(words: Words, evidence: Evidence, episode: Episode): string {
  const { say, format } = words
  if (evidence.windowMs === 0) return format.clock(evidence.at, 'second')
  const window = format.window(evidence.windowMs)
  // A multiple is of the usual already.
  if (evidence.usual !== undefined && evidence.unit !== 'times')
    return say('window.usualOver', { usual: usualAmount(words, evidence, evidence.usual), window })
  if (episode.updatedAt - evidence.at < OLD) return window
  return say('window.until', { window, time: format.clock(evidence.at) })
}

/** The usual size of a price change has no direction. */
function usualAmount(words: Words, evidence: Evidence, usual: number): string {
  const text = amount(words, evidence, usual)
  return evidence.sign === 'return' ? text.replace(/^[+\u2212]?/, '±') : text
}

/** The price of the episode's stray print with its quote, `96 BTC`; a dash where there is none. */
export function strayPrice({ format }: Words, { strayPrint, quote }: Episode): string {
  if (!strayPrint) return '–'
  return `${format.price(strayPrint.price, decimalsOf([strayPrint.price]))} ${quote ?? ''}`.trim()
}

function isKey(key: string): key is TextKey {
  return key in texts.en
}
