import type { Bar } from '../market/bar.ts'
import { dayMs } from '../market/bar.ts'
import type { Listing } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/**
 * The candles of a venue with a file for each day of the calendar, and for each year of those of four hours and more;
 * null for a date of another form.
 *
 * @param date `YYYYMMDD` or `YYYY`
 * @param dayStartsMs when its day begins, ms after midnight UTC
 */
export function candlesOfDate(
  venueMarket: VenueMarket,
  listing: Listing,
  minutes: number,
  date: string,
  dayStartsMs: number,
): Bar[] | null {
  const [, year, month, day] = /^(\d{4})(?:(\d\d)(\d\d))?$/.exec(date) ?? []
  if (year === undefined || minutes >= 240 !== (month === undefined)) return null
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) + dayStartsMs
  const until = month === undefined ? Date.UTC(Number(year) + 1, 0) + dayStartsMs : from + dayMs
  return venueMarket.candlesIn(listing, minutes, from, until)
}
