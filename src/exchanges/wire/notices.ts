import type { Notice, NoticeTopic } from '../../market/notice.ts'
import { classifyTitle } from '../official/classify-title.ts'
import { maxAnnouncements } from '../validate/limits.ts'
import type { Raw, RawValues } from '../validate/raw-row.ts'
import { text } from '../validate/text-values.ts'
import { time } from '../validate/values.ts'
import { asList, type JsonObject } from './json.ts'
import { listAt } from './list-reader.ts'
import type { Reader } from './reader.ts'
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

/**
 * A maintenance in the shape that Bybit and OKX share.
 *
 * @param stopsSpot whether the entry's own scope fields say that nobody can trade spot; else it is of some service
 */
export function maintenanceNotice(entry: JsonObject, stopsSpot: boolean): RawNotice {
  return plannedMaintenance(entry, { scope: 'venue', what: stopsSpot ? 'maintenance' : 'other' })
}

/** Where the wire holds an announcement; `category` is the exchange's category or a list of them. */
interface AnnouncementFields extends Partial<Record<'title' | 'url' | 'category', WireField>> {
  readonly published?: WireField
  /** Begin and end of what is announced, where the exchange gives both. */
  readonly begin?: WireField
  readonly end?: WireField
}

/** Maps announcements, classified by title. `at` is the time of receipt, ms UTC. */
/*#__NO_SIDE_EFFECTS__*/
export function mapAnnouncement({
  category,
  published,
  begin,
  end,
  ...fields
}: AnnouncementFields): (entry: JsonObject, at: number) => RawNotice {
  const make = mapRow<Notice>('notice', fields)
  const readerOf = (field: WireField = () => undefined) => fieldReader(field)
  const categoryOf = readerOf(category)
  const publishedOf = readerOf(published)
  const beginOf = readerOf(begin)
  const endOf = readerOf(end)
  return (entry, at) => {
    const row = make(entry)
    const title = text(row.title)
    if (title === undefined) return invalidNotice
    const { isOver, ...topic } = classifyTitle(title, ...asList(categoryOf(entry)))
    const times = announcementTimes(publishedOf(entry), beginOf(entry), endOf(entry))
    return { ...row, ...topic, ...times, state: isOver ? 'over' : noticeStateAt(at, times.begin, times.end) }
  }
}

/** A reader of the list of announcements at a path (see `listReader`). */
/*#__NO_SIDE_EFFECTS__*/
export function announcementReader(path: string, fields: AnnouncementFields): Reader {
  const make = mapAnnouncement(fields)
  const publishedOf = fieldReader(fields.published ?? (() => undefined))
  return (payload, at) => newestNotices(listAt(payload, path), publishedOf, (entry) => make(entry, at))
}

/**
 * The notices of the newest entries of a list, in its order. To classify a title takes longer than all else together,
 * so the others are not read; each is counted as dropped. `make` returns null for an entry of no concern.
 */
export function* newestNotices(
  list: unknown,
  publishedOf: (entry: JsonObject) => unknown,
  make: (entry: JsonObject) => RawNotice | null,
): Iterable<RawNotice> {
  const entries: JsonObject[] = []
  let isBroken = false
  try {
    for (const entry of list as Iterable<JsonObject>) entries.push(entry)
  } catch {
    // What came before an unknown shape is kept.
    isBroken = true
  }
  const newest = newestOf(entries, publishedOf)
  for (const entry of newest) {
    const row = make(entry)
    if (row) yield row
  }
  const lost = entries.length - newest.length + (isBroken ? 1 : 0)
  for (let i = 0; i < lost; i++) yield invalidNotice
}

function newestOf(
  entries: readonly JsonObject[],
  publishedOf: (entry: JsonObject) => unknown,
): readonly JsonObject[] {
  if (entries.length <= maxAnnouncements) return entries
  const dated = entries.map((entry, index) => ({
    entry,
    index,
    at: time(typeof entry === 'object' && entry !== null ? publishedOf(entry) : null) ?? 0,
  }))
  return dated
    .sort((a, b) => b.at - a.at)
    .slice(0, maxAnnouncements)
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry)
}

/**
 * The times of an announcement, ms UTC. A span counts only where both of its ends are given: one end alone does not
 * tell when what is announced begins, and some exchanges repeat the time of publication in all fields.
 */
export function announcementTimes(
  published: unknown,
  begin: unknown,
  end: unknown,
): Pick<Notice, 'begin' | 'end' | 'publishedAt'> {
  const [publishedAt, from, until] = [published, begin, end].map(time)
  if (from === undefined || until === undefined || until <= from)
    return publishedAt === undefined ? {} : { begin: publishedAt }
  return { begin: from, end: until, ...(publishedAt === undefined ? {} : { publishedAt }) }
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
