import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoTime, nanoTime, secondTime } from '../../../src/exchanges/wire/wire-time.ts'

const at = Date.UTC(2023, 10, 14, 22, 13, 20, 123)

describe('isoTime', () => {
  test.each([
    ['2023-11-14T22:13:20.123Z'],
    ['2023-11-14T22:13:20.1234567Z'],
    // bitFlyer's REST omits the Z and means UTC.
    ['2023-11-14T22:13:20.1234567'],
    ['2023-11-15T07:13:20.123+09:00'],
  ])('reads %s', (text) => {
    expect(isoTime(text)).toBe(at)
  })

  test('reads a time without a zone in the given zone', () => {
    expect(isoTime('2023-11-15 07:13:20.123', '+09:00')).toBe(at)
  })

  test.each([['soon'], [''], ['2023-11-14'], ['2023-13-14T22:13:20Z'], [at], [null]])(
    'is undefined for %j',
    (odd) => {
      expect(isoTime(odd)).toBeUndefined()
    },
  )
})

describe('secondTime', () => {
  test('loses no ms to binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.3e12, max: 2e12 }), (ms) => {
        expect(secondTime((ms / 1000).toFixed(3))).toBe(ms)
      }),
    )
  })

  test('cuts off digits below a ms', () => {
    expect(secondTime(1_700_000_000.1239)).toBe(1_700_000_000_123)
    expect(secondTime('x')).toBeUndefined()
  })
})

describe('nanoTime', () => {
  test('cuts digits of numbers beyond 2^53', () => {
    expect(nanoTime('1700000000123999999')).toBe(1_700_000_000_123)
    expect(nanoTime(1_700_000_000_123_000_000)).toBe(1_700_000_000_123)
  })

  test.each([[1_700_000_000_123], ['170000000012399999x'], [null], [[]]])('is undefined for %j', (odd) => {
    expect(nanoTime(odd)).toBeUndefined()
  })
})
