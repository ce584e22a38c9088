import { multipleFrom, timesFormat } from '../../shared/times-format.ts'
import { isFigure, isTime, unknown } from './times.ts'
import { dayFormat, type Lang, locales, timeLocales } from '../../shared/languages.ts'
import type { Say, TextKey } from '../../shared/texts.ts'

/** Formatters of numbers and times for one language. Total: `–` stands for what is no figure or no time. */
export interface Format {
  /** A signed change from a fraction: .38 → `+38.0%`; from +1000 % on the multiple: `48,212×`. */
  change(fraction: number): string
  /** A small signed change from a fraction: .0004 → `+0.04%`. */
  fineChange(fraction: number): string
  /** A share from a fraction, unsigned: .88 → `88%`. */
  share(fraction: number): string
  /** A multiple: `38×`, `223万倍`. */
  multiple(times: number): string
  count(n: number): string
  /** A large number in few letters: `4.2M`, `420万`. */
  compact(n: number): string
  /** A price with a fixed number of decimals; see `decimalsOf`. */
  price(value: number, decimals: number): string
  /** A duration (ms): `1 h 38 min`. */
  length(ms: number): string
  /** A measuring window (ms): `5 min`, `5分間`. */
  window(ms: number): string
  /** Local time of day of a time in ms UTC. */
  clock(at: number, precision?: 'minute' | 'second'): string
  /** `clock`, preceded by the day where that differs from the day of `now`. */
  moment(at: number, now: number, precision?: 'minute' | 'second'): string
}

/** Typographic minus: a hyphen is shorter than a plus and allows a line break. */
const minus = (text: string) => text.replace('-', '\u2212')

/** More decimals no browser writes (ECMA-402). */
const maxDecimals = 20

/** Creates the formatters of a language. Slow: do it once and reuse them. */
export function formatFor(lang: Lang, say: Say): Format {
  const locale = locales[lang]
  const number = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(locale, options)
    return { format: (n: number) => (isFigure(n) ? made.format(n) : unknown) }
  }
  const fine = number({
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const finer = number({
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const share = number({ style: 'percent' })
  const compact = number({ notation: 'compact', maximumSignificantDigits: 3 })
  const few = number({ maximumFractionDigits: 1 })
  const inTimes = timesFormat(lang)
  const multiple: Format['multiple'] = (times) =>
    isFigure(times) ? say('unit.times', { n: inTimes(times) }) : unknown
  const time = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(timeLocales[lang], options)
  const minute = time({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const second = time({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const days = time(dayFormat(lang))

  const prices = new Map<number, ReturnType<typeof number>>()
  const priceWith = (wanted: number) => {
    const decimals = Math.min(maxDecimals, Math.max(0, Math.round(wanted) || 0))
    const known = prices.get(decimals)
    if (known) return known
    const made = number({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    prices.set(decimals, made)
    return made
  }

  const length = (ms: number) =>
    isTime(ms)
      ? unitsOf(ms)
          .map(([key, n]) => say(key, { n }))
          .join(say('unit.join'))
      : unknown
  const clock: Format['clock'] = (at, precision = 'minute') =>
    isTime(at) ? (precision === 'second' ? second : minute).format(at) : unknown
  const day = (at: number) => (isTime(at) ? days.format(at) : '')
  return {
    change: (fraction) => (fraction >= multipleFrom ? multiple(fraction + 1) : minus(fine.format(fraction))),
    fineChange: (fraction) => minus(finer.format(fraction)),
    share: (fraction) => share.format(fraction),
    multiple,
    count: (n) => few.format(n),
    compact: (n) => compact.format(n),
    price: (value, decimals) => priceWith(decimals).format(value),
    length,
    // 1時間 already ends in the suffix for a span of time.
    window: (ms) => (length(ms).endsWith('間') ? length(ms) : say('window', { length: length(ms) })),
    clock,
    moment: (at, now, precision) =>
      day(at) === day(now) ? clock(at, precision) : `${day(at)} ${clock(at, precision)}`.trim(),
  }
}

/** The one or two largest units of a duration: seconds up to 10 min, minutes up to a day. */
function unitsOf(ms: number): readonly (readonly [TextKey, number])[] {
  const s = Math.max(0, Math.round(ms / 1_000))
  const [m, h, d] = [Math.floor(s / 60), Math.floor(s / 3_600), Math.floor(s / 86_400)]
  if (m < 1) return [['unit.second', s]]
  if (m < 10) return withoutZero(['unit.minute', m], ['unit.second', s % 60])
  if (h < 1) return [['unit.minute', m]]
  if (d < 1) return withoutZero(['unit.hour', h], ['unit.minute', m % 60])
  return withoutZero(['unit.day', d], ['unit.hour', h % 24])
}

function withoutZero(
  large: readonly [TextKey, number],
  small: readonly [TextKey, number],
): readonly (readonly [TextKey, number])[] {
  return small[1] === 0 ? [large] : [large, small]
}
