import type { Notice, NoticeTopic } from '../../market/notice.ts'
import { classifyTitle } from '../official/classify-title.ts'
import type { Raw, RawValues } from '../validate/raw-row.ts'
import { number, text } from '../validate/values.ts'
import { asList, type JsonObject } from './json.ts'
import { mapRow } from './row-mapper.ts'
import { fieldReader, inTable, lookup, type WireField } from './wire-field.ts'

type RawNotice = Raw<Notice>

/** A notice that validation drops and counts: the entry is not what it was taken for. */
export const invalidNotice: RawNotice = { type: 'notice' }

const plannedMaintenance = mapRow<Notice>('notice', {
  title: 'title',
  begin: 'begin',
  end: 'end',
  url: 'href',
  state: lookup<Notice['state']>('state', {
    scheduled: 'scheduled',
    ongoing: 'active',
    pre_open: 'active',
    completed: 'over',
    canceled: 'over',
  }),
})

/** A maintenance in the shape that Bybit and OKX share. */
export function maintenanceNotice(entry: JsonObject): RawNotice {
  return plannedMaintenance(entry, { scope: 'venue', what: 'maintenance' })
}

/** Where the wire holds an announcement; `category` is the exchange's category or a list of them. */
interface AnnouncementFields extends Partial<Record<'title' | 'url' | 'begin' | 'end', WireField>> {
  readonly category?: WireField
}

/** Maps announcements, classified by title. `at` is the time of receipt, ms UTC. */
/*#__NO_SIDE_EFFECTS__*/
export function mapAnnouncement({
  category,
  ...fields
}: AnnouncementFields): (entry: JsonObject, at: number) => RawNotice {
  const make = mapRow<Notice>('notice', fields)
  const categoryOf = fieldReader(category ?? (() => undefined))
  return (entry, at) => {
    const row = make(entry)
    const title = text(row.title)
    if (title === undefined) return invalidNotice
    const { isOver, ...topic } = classifyTitle(title, ...asList(categoryOf(entry)))
    const state = isOver ? 'over' : noticeStateAt(at, number(row.begin), number(row.end))
    return { ...row, ...topic, state }
  }
}

/**
 * The exchange's own flag of one pair, named as the exchange names it; null where the pair has none. An entry
 * without a symbol is counted as dropped, lest a reply of another shape pass for "no flags".
 */
export function cautionNotice(
  symbol: unknown,
  flag: string | null,
  more: RawValues<Notice> = {},
): RawNotice | null {
  if (text(symbol) === undefined) return invalidNotice
  if (flag === null) return null
  const title = `${String(symbol)}: ${flag}`
  return { type: 'notice', scope: 'pair', what: 'caution', symbol, title, state: 'active', ...more }
}

/**
 * Whether an exchange or a pair is open, where one word says so.
 *
 * @param table our word for each of the exchange's; a word that it lacks drops the row
 */
export function statusNotice(
  word: unknown,
  table: Readonly<Record<string, NoticeTopic | 'open'>>,
  more: RawValues<Notice> = {},
): RawNotice {
  const what = inTable(word, table)
  const state = what === undefined ? undefined : what === 'open' ? 'over' : 'active'
  return { type: 'notice', scope: 'venue', what: what === 'open' ? 'halt' : what, state, ...more }
}

/**
 * The state of a notice by its begin and end (ms UTC, undefined where it names none).
 *
 * @param at now, ms UTC
 */
export function noticeStateAt(at: number, begin?: number, end?: number): Notice['state'] {
  if (begin !== undefined && begin > at) return 'scheduled'
  return end !== undefined && end < at ? 'over' : 'active'
}
