import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import type { TextKey } from '../../shared/texts.ts'
import { decimalsOf } from '../words/decimals.ts'
import type { Words } from '../words/words.ts'

/** One measured fact in words: what, how much, over which window. */
export interface EvidenceLine {
  readonly label: string
  readonly value: string
  readonly when: string
}

/** Age (ms before the episode's last update) from which a measurement names the time its window ended. */
const oldMs = 60_000

/** A larger multiple of the usual amount says nothing: there is as good as none. */
const mostTimes = 1000

/** Signs whose fraction is a share of a whole, not a change: written without plus or minus. */
const shareSigns: readonly string[] = ['abruptness', 'taker-buys', 'breadth']
const gapSigns: readonly string[] = ['mark-gap', 'index-gap', 'spot-gap', 'peer-gap']
/** Signs whose fraction is mostly a part of a percent; from so much on they are written like all others. */
const fineSigns: readonly string[] = [...gapSigns, 'funding', 'funding-cap']
const fineBelow = 0.1
/** Signs whose usual value has no direction: written with `±`. */
const undirected: readonly string[] = ['return', 'open-interest', ...gapSigns]

/** One piece of an episode's evidence in words and units. */
export function evidenceLine(words: Words, evidence: Evidence, episode: Episode): EvidenceLine {
  const price = strayPrice(words, episode)
  return {
    label: words.say(keyOf(words, evidence), { price, n: evidence.count ?? 0 }),
    value: valueOf(words, evidence, episode),
    when: whenOf(words, evidence, episode),
  }
}

/**
 * Text key of the sign. Compared with a single venue or pair, or with an unknown number, it has its own wording.
 */
function keyOf({ say }: Words, { sign, unit, count }: Evidence): TextKey {
  const key = `evidence.${sign}.${unit}`
  const alone = `${key}.one`
  const any = `${key}.any`
  const isKey = (each: string): each is TextKey => say.has(each)
  if (count === 1 && isKey(alone)) return alone
  if (count === undefined && isKey(any)) return any
  return isKey(key) ? key : 'evidence.other'
}

function valueOf(words: Words, evidence: Evidence, episode: Episode): string {
  const times = evidence.sign === 'stray-print' ? multipleOfUsual(evidence, episode) : undefined
  if (times === undefined) return amount(words, evidence, evidence.value)
  // A multiple far below 1 is hard to read; a fall in percent is not.
  return times < 1
    ? words.format.change(times - 1)
    : words.say('evidence.againstUsual', { multiple: words.format.multiple(times) })
}

/** A stray print's price as a multiple of the usual price: of the farthest, which the label names, not of the last. */
function multipleOfUsual({ unit, value, usual }: Evidence, { strayPrint }: Episode): number | undefined {
  if (strayPrint) return strayPrint.price / strayPrint.reference
  if (unit === 'times') return value
  return usual === undefined ? undefined : value / usual
}

function amount({ say, format }: Words, { sign, unit }: Evidence, value: number): string {
  if (unit === 'times') return format.multiple(value)
  if (unit === 'fraction' && fineSigns.includes(sign) && Math.abs(value) < fineBelow)
    return format.fineChange(value)
  if (unit === 'fraction') return shareSigns.includes(sign) ? format.share(value) : format.change(value)
  if (unit === 'usd') return say('unit.usd', { n: format.compact(value) })
  if (unit === 'hours') return say('unit.hour', { n: value })
  if (unit === 'price') return format.price(value, decimalsOf([value]))
  if (unit === 'time') return format.clock(value)
  if (unit === 'pairs') return say(sign === 'sold-coins' ? 'unit.coins' : 'unit.pairs', { n: value })
  return format.count(value)
}

function whenOf(words: Words, evidence: Evidence, episode: Episode): string {
  const { say, format } = words
  if (evidence.windowMs === 0) return format.clock(evidence.at, 'second')
  const window = format.window(evidence.windowMs)
  if (evidence.unit === 'usd' && evidence.usual && evidence.value < mostTimes * evidence.usual)
    return say('window.timesUsual', { multiple: format.multiple(evidence.value / evidence.usual), window })
  // A multiple is relative to the usual value already.
  if (evidence.usual !== undefined && evidence.unit !== 'times')
    return say('window.usualOver', { usual: usualAmount(words, evidence, evidence.usual), window })
  if (episode.updatedAt - evidence.at < oldMs) return window
  return say('window.until', { window, time: format.clock(evidence.at) })
}

/** The usual value. */
function usualAmount(words: Words, evidence: Evidence, usual: number): string {
  const text = amount(words, evidence, usual)
  return undirected.includes(evidence.sign) ? text.replace(/^[+\u2212]?/, '±') : text
}

/** The price of the episode's stray print with its quote currency, `96 BTC`; a dash where there is none. */
export function strayPrice({ format }: Words, { strayPrint, quote }: Episode): string {
  if (!strayPrint) return '–'
  return `${format.price(strayPrint.price, decimalsOf([strayPrint.price]))} ${quote ?? ''}`.trim()
}
