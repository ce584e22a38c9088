import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../../../../tools/backtest/input/number.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readNumber(bytes(text), 0, text.length)

test('reads what Number() reads, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(read(String(value))).toBe(Number(String(value)))
    }),
  )
})

test('reads prices with any number of decimals as Number() does', () => {
  const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 30 }))
  fc.assert(
    fc.property(decimal, ([digits, places]) => {
      const text = `${digits}.${'0'.repeat(places)}${digits}`
      expect(read(text)).toBe(Number(text))
    }),
  )
})

test.each(['', '-', '.', '1.2.3', '12a', ' 1', '0x10', 'Infinity', 'NaN', '1e', '--1', '1_000', 'e5'])(
  '%j is no number',
  (text) => expect(read(text)).toBeNaN(),
)

test('reads only its range', () => {
  expect(readNumber(bytes('12,34.5,6'), 3, 7)).toBe(34.5)
})

test('any bytes give what Number() gives, or NaN', () => {
  const digits = fc.constantFrom(...'0123456789.-+eE,x ')
  fc.assert(
    fc.property(fc.array(digits, { maxLength: 12 }), (letters) => {
      const text = letters.join('')
      const value = read(text)
      if (!Number.isNaN(value)) expect(value).toBe(Number(text))
      else expect(text).not.toMatch(/^-?\d+(\.\d+)?$/)
    }),
  )
})
