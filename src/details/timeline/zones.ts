import { dayFormat, timeLocales } from '../../shared/languages.ts'
import { isTime, unknown } from '../../ui/words/times.ts'
import type { DetailsWords } from '../words.ts'

/** One of the two time zones of the timeline. */
export interface Zone {
  readonly name: string
  /** Time of day, without seconds. */
  clock(at: number): string
  /** The day, shown where it changes. */
  day(at: number): string
}

const japan = 'Asia/Tokyo'

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Short name of the zone in which the page writes its times, at a time (ms UTC): `JST`, `GMT+1`. */
export const localZoneName = (words: DetailsWords, at: number): string => shortName(words, browserZone(), at)

/**
 * Japan time and local time; UTC instead of local time where the two are the same.
 *
 * @param at the time (ms UTC) at which the two are compared: daylight saving time changes the offset
 * @param localZone the trader's time zone; by default the browser's
 */
export function zonesOf(words: DetailsWords, at: number, localZone = browserZone()): readonly [Zone, Zone] {
  const tokyo = zone(words, japan, words.say('timeline.japan'))
  const isSame = offsetOf(localZone, at) === offsetOf(japan, at)
  if (isSame) return [tokyo, zone(words, 'UTC', words.say('timeline.utc'))]
  const name = words.say('timeline.local', { zone: shortName(words, localZone, at) })
  return [tokyo, zone(words, localZone, name)]
}

function zone({ lang }: DetailsWords, timeZone: string, name: string): Zone {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(timeLocales[lang], { timeZone, ...options })
  const clock = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = make(dayFormat(lang))
  const write = (format: Intl.DateTimeFormat) => (at: number) => (isTime(at) ? format.format(at) : unknown)
  return { name, clock: write(clock), day: write(day) }
}

function zonePart(
  timeZone: string,
  at: number,
  timeZoneName: 'short' | 'longOffset',
  locale = timeLocales.en,
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(isTime(at) ? at : 0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

const offsetOf = (timeZone: string, at: number) => zonePart(timeZone, at, 'longOffset')
const shortName = ({ lang }: DetailsWords, timeZone: string, at: number) =>
  zonePart(timeZone, at, 'short', timeLocales[lang])
