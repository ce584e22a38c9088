import { describe, expect, test } from 'vitest'
import { isQuiet } from '../../../../src/background/output/notifications/quiet-hours.ts'

const hours = (from: string, to: string, timeZone = 'Asia/Tokyo') => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  return { from: minutes(from), to: minutes(to), timeZone, dangerExempt: false }
}
const utc = (clock: string, day = '2026-11-22') => Date.parse(`${day}T${clock}:00Z`)

describe('quiet hours', () => {
  test.each([
    ['before they begin', '12:59', false],
    ['from their first minute', '13:00', true],
    ['after midnight', '20:00', true],
    ['until their last', '21:59', true],
    ['not from their end', '22:00', false],
  ])('over midnight run %s', (_, clock, is) => {
    expect(isQuiet(hours('22:00', '07:00'), utc(clock))).toBe(is)
  })

  test('within one day run between their ends', () => {
    expect(
      ['03:59', '04:00', '04:59', '05:00'].map((clock) => isQuiet(hours('13:00', '14:00'), utc(clock))),
    ).toEqual([false, true, true, false])
  })

  test('follow local time through the change to daylight saving time', () => {
    // 2026-03-29, Berlin: 01:00 UTC turns 02:00 into 03:00.
    const night = hours('02:30', '03:30', 'Europe/Berlin')
    expect(isQuiet(night, utc('00:59', '2026-03-29'))).toBe(false)
    expect(isQuiet(night, utc('01:00', '2026-03-29'))).toBe(true)
    expect(isQuiet(night, utc('01:30', '2026-03-29'))).toBe(false)
  })

  test('with equal ends, or null, never run', () => {
    expect(isQuiet(hours('07:00', '07:00'), utc('22:00'))).toBe(false)
    expect(isQuiet(null, utc('22:00'))).toBe(false)
  })

  test('in an unknown time zone do not throw', () => {
    expect(typeof isQuiet(hours('22:00', '07:00', 'Mars/Base'), utc('13:00'))).toBe('boolean')
  })
})
