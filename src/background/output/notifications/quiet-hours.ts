import type { QuietHours } from '../../../shared/settings/settings.ts'

const minuteFormats = new Map<string, Intl.DateTimeFormat>()

/** Local time in a time zone, minutes after midnight. An unknown zone counts as the browser's own. */
function minuteOfDay(at: number, timeZone: string): number {
  let format = minuteFormats.get(timeZone)
  if (!format) minuteFormats.set(timeZone, (format = formatOf(timeZone)))
  const parts = format.formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return read('hour') * 60 + read('minute')
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en', { ...clock, timeZone })
  } catch {
    // A zone unknown to this browser, e.g. from settings synced from another one.
    return new Intl.DateTimeFormat('en', clock)
  }
}

/**
 * Whether quiet hours are active. They follow local time, through changes to and from daylight saving time. 22:00
 * to 07:00 runs past midnight; equal ends mean no quiet hours.
 *
 * @param at wall clock, ms UTC
 */
export function isQuiet(quiet: QuietHours | null, at: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  const minute = minuteOfDay(at, quiet.timeZone)
  return quiet.from < quiet.to
    ? minute >= quiet.from && minute < quiet.to
    : minute >= quiet.from || minute < quiet.to
}
