import { locales } from '../../shared/texts.ts'
import type { DetailsWords } from '../words.ts'

/** One of the two clocks of the timeline. */
export interface Zone {
  readonly name: string
  /** Time of day; seconds are left out. */
  clock(at: number): string
  /** The day, to be said where it changes. */
  day(at: number): string
}

const japan = 'Asia/Tokyo'

/**
 * Japan time, and the trader's own; where that is the same, UTC.
 *
 * @param at a time (ms UTC) that decides whether the two are the same: summer time begins and ends
 * @param local the trader's time zone; absent: the browser's
 */
export function zonesOf(words: DetailsWords, at: number, local?: string): readonly [Zone, Zone] {
  const own = local ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const tokyo = zone(words, japan, words.say('timeline.japan'))
  const isSame = offsetOf(own, at) === offsetOf(japan, at)
  if (isSame) return [tokyo, zone(words, 'UTC', words.say('timeline.utc'))]
  return [tokyo, zone(words, own, words.say('timeline.local', { zone: shortName(words, own, at) }))]
}

function zone({ lang }: DetailsWords, timeZone: string, name: string): Zone {
  const locale = lang === 'ja' ? locales.ja : 'en-GB'
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const clock = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = make({ month: lang === 'ja' ? 'long' : 'short', day: 'numeric' })
  return { name, clock: (at) => clock.format(at), day: (at) => day.format(at) }
}

function part(timeZone: string, at: number, timeZoneName: 'short' | 'longOffset', locale = 'en-GB'): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

const offsetOf = (timeZone: string, at: number) => part(timeZone, at, 'longOffset')
const shortName = ({ lang }: DetailsWords, timeZone: string, at: number) =>
  part(timeZone, at, 'short', lang === 'ja' ? locales.ja : 'en-GB')
