import type { Notice, NoticeTopic } from '../../market/notice.ts'
import { type Fields, listed } from './fields.ts'
import { number, type RawRow, text } from '../gate/raw-row.ts'
import { classifyTitle } from '../official/classify-title.ts'
import { renamed } from './row-mapper.ts'

const progress: Readonly<Record<string, Notice['state']>> = {
  scheduled: 'scheduled',
  ongoing: 'active',
  pre_open: 'active',
  completed: 'over',
  canceled: 'over',
}

const planned = renamed('notice', 'title begin end url:href state')

/** A maintenance as Bybit and OKX list it. */
export function maintenance(entry: Fields): RawRow {
  const row = planned(entry, { scope: 'venue', what: 'maintenance' })
  return { ...row, state: progress[String(row.state)] }
}

/** Reads announcements. `names` as in `renamed`: `title`, `url`, `begin`, `end` and `kind`, the venue's category or list of them. */
/*#__NO_SIDE_EFFECTS__*/
export function announcements(names: string): (entry: Fields, at: number) => RawRow {
  const make = renamed('notice', names)
  return (entry, at) => {
    const { kind, ...row } = make(entry)
    const title = text(row['title'])
    if (title === undefined) return { type: 'notice' }
    const { isOver, ...said } = classifyTitle(title, ...listed(kind))
    const state = isOver ? 'over' : stateAt(at, number(row['begin']), number(row['end']))
    return { ...row, type: 'notice', ...said, state }
  }
}

/**
 * The venue's own mark of one pair, by the name the venue gives it; null where it bears none. What names no pair is
 * no entry of a list of pairs: it is dropped and counted, lest a reply of another shape read as "no marks".
 */
export function pairCaution(symbol: unknown, mark: string | null, more: Fields = {}): RawRow | null {
  if (text(symbol) === undefined) return { type: 'notice' }
  if (mark === null) return null
  const title = `${String(symbol)}: ${mark}`
  return { type: 'notice', scope: 'pair', what: 'caution', symbol, title, state: 'active', ...more }
}

/**
 * Whether a venue or a pair is open, where it says so in one word.
 *
 * @param words the venue's words; one that is not among them drops the row
 */
export function openness(
  word: unknown,
  words: Readonly<Record<string, NoticeTopic | 'open'>>,
  more: Fields = {},
): RawRow {
  const what = Object.hasOwn(words, String(word)) ? words[String(word)] : undefined
  const state = what === undefined ? undefined : what === 'open' ? 'over' : 'active'
  return { type: 'notice', scope: 'venue', what: what === 'open' ? 'halt' : what, state, ...more }
}

/**
 * Whether a statement is of now, by the times it names (ms UTC, undefined where it names none).
 *
 * @param at now, ms UTC
 */
export function stateAt(at: number, begin?: number, end?: number): Notice['state'] {
  if (begin !== undefined && begin > at) return 'scheduled'
  return end !== undefined && end < at ? 'over' : 'active'
}
