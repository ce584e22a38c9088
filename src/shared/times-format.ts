import { locales, type Lang } from './languages.ts'

/** From this fraction on (+1000 %) a change is said as the multiple of what it was. */
export const multipleFrom = 10

/** How a multiple is written: `14.3`, `38`, `2,230,000`; all but English group by ten thousands: `223万`. */
export function timesFormat(lang: Lang): (times: number) => string {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales[lang], options)
  const few = format({ maximumFractionDigits: 1 })
  const many = format({ maximumSignificantDigits: 3 })
  const huge = format(
    lang === 'en' ? { maximumSignificantDigits: 5 } : { maximumSignificantDigits: 3, notation: 'compact' },
  )
  return (times) => (times < 10 ? few : times < 10_000 ? many : huge).format(times)
}
