import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WireError } from '../../../src/market/row.ts'
import { parseDecimal } from '../../../src/exchanges/wire/parse-decimal.ts'
import { line, name, text, url } from '../../../src/exchanges/validate/text-values.ts'
import { amount, id, number, positive, price, time } from '../../../src/exchanges/validate/values.ts'
import { decodeName } from '../../../src/exchanges/sites/trading-page.ts'
import { validateRow } from '../../../src/exchanges/validate/validate-row.ts'
import { oddValue } from './odd-json.ts'

const at = 1_700_000_000_000

describe('number', () => {
  test('reads every notation of a number', () => {
    for (const written of [1e-7, '1e-7', '0.0000001', ' 0.0000001 ', '1E-7'])
      expect(number(written)).toBe(1e-7)
  })

  test('is undefined for everything else', () => {
    for (const odd of [
      null,
      undefined,
      '',
      '  ',
      'NaN',
      'Infinity',
      '1e999',
      '12px',
      true,
      [],
      [1],
      {},
      Number.NaN,
      -Infinity,
    ]) {
      expect(number(odd)).toBeUndefined()
    }
  })

  test('reads back any number written as text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(number(String(n))).toBe(n + 0)
      }),
    )
  })
})

describe('parseDecimal', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789.'), maxLength: 20 })
  const wire = fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 12 })).map(([whole, part, places]) => {
    return `${whole}.${String(part).slice(0, places)}`
  })

  test('equals Number to the last bit', () => {
    fc.assert(
      fc.property(fc.oneof(digits, wire), (written) => {
        expect(parseDecimal(written)).toBe(Number(written))
      }),
      { numRuns: 3000 },
    )
  })

  test('equals Number at the limits of exactness', () => {
    const edges = ['.', '5.', '.5', '0', '00.10', '9007199254740993', '999999999999999.9', '1234567.12345678']
    for (const written of [...edges, '-1.5', '+2', '1e5', '0x1F', '1.2.3', ' 7 ', '12345678901234567890'])
      expect(parseDecimal(written), written).toBe(Number(written))
  })
})

describe('values', () => {
  test('are within their bounds for any input', () => {
    fc.assert(
      fc.property(oddValue, (value) => {
        expect(positive(value) ?? 1).toBeGreaterThan(0)
        expect(amount(value) ?? 0).toBeGreaterThanOrEqual(0)
        expect(text(value) ?? 'x').not.toBe('')
        expect(id(value) ?? 'x').not.toBe('')
        expect(Number.isInteger(time(value) ?? 0)).toBe(true)
      }),
    )
  })

  test('time refuses dates before 2009 and other units', () => {
    expect(time(at)).toBe(at)
    expect(time(`${at}.75`)).toBe(at)
    // Seconds, microseconds and nanoseconds of the same moment.
    for (const odd of [at / 1000, at * 1000, at * 1e6, 0, -at]) expect(time(odd)).toBeUndefined()
  })

  test.each([
    [price, 1e-18, 1e15],
    [amount, 0, 1e18],
    [positive, 5e-324, 1e18],
  ] as const)('%o is bounded below and above', (value, least, most) => {
    expect([value(least), value(most)]).toEqual([least, most])
    expect([value(least - 1e-17), value(most * 1.001), value(-1)]).toEqual([undefined, undefined, undefined])
  })

  test('a name is kept as it is or not at all', () => {
    for (const known of ['币安人生', 'X'.repeat(64), 'VERY BUSY', '__proto__'])
      expect(name(known)).toBe(known)
    const odd = [
      'X'.repeat(65),
      ' ',
      '\u202eCTB',
      'BTC\u200b',
      'B\nTC',
      '\u0000',
      'BTC\ud800',
      '\u2028',
      7,
      null,
    ]
    for (const one of odd) expect(name(one), JSON.stringify(one)).toBeUndefined()
    expect(id('X'.repeat(65))).toBeUndefined()
  })

  test('a line holds nothing that is not seen, and is cut at a code point', () => {
    expect(line('Wallet\r\n\u202emaintenance\u2066\u0007 of \ud800A', 500)).toBe('Wallet maintenance  of A')
    expect(line('\u202e\n', 500)).toBeUndefined()
    expect(line('x'.repeat(10_000_000), 200)).toBe('x'.repeat(200))
    const cut = line(`${'x'.repeat(499)}😀`, 500)
    expect(cut).toBe('x'.repeat(499))
  })

  test('a URL that is too long or holds control characters is none', () => {
    expect(url('https://a.example/b')).toBe('https://a.example/b')
    expect(url(`https://a.example/${'b'.repeat(2000)}`)).toBeUndefined()
    expect(url('https://a.example/\u202eb')).toBeUndefined()
  })

  test('ids in text keep their digits beyond 2^53', () => {
    expect(id('9223372036854775807')).toBe('9223372036854775807')
    expect(id(12345)).toBe('12345')
    expect(id(Number.NaN)).toBeUndefined()
  })

  test('a broken escape in a URL is no name', () => {
    expect(decodeName('%E0%A4%A')).toBeUndefined()
    expect(decodeName('sys')).toBe('SYS')
  })
})

describe('validateRow', () => {
  const trade = { type: 'trade', price: '2', amount: '3', side: 'buy', at } as const

  test('leaves out invalid optional fields and keeps the row', () => {
    const tick = validateRow(
      { type: 'tick', symbol: 'A', last: '1', open: '-1', high: null, count: 'x', bid: '', since: 5 },
      at,
    )
    expect(tick).toEqual({ type: 'tick', symbol: 'A', base: null, quote: null, at, last: 1 })
  })

  test('leaves out a volume whose turnover is absurd', () => {
    const tick = validateRow(
      { type: 'tick', symbol: 'A', last: 1e10, baseVolume: 1e10, quoteVolume: 1e30 },
      at,
    )
    expect(tick).toEqual({ type: 'tick', symbol: 'A', base: null, quote: null, at, last: 1e10 })
  })

  test('uses the time of receipt for a tick without a time, but not for a trade', () => {
    expect(validateRow({ type: 'tick', symbol: 'A', last: 1, at: 'soon' }, at)).toMatchObject({ at })
    expect(validateRow({ ...trade, at: undefined }, at)).toBeNull()
  })

  test.each([
    ['a tick without a price', { type: 'tick', symbol: 'A', last: '0' }],
    ['a tick without a symbol', { type: 'tick', symbol: '', last: 1 }],
    ['a trade of nothing', { ...trade, amount: 0 }],
    ['a tick beyond every price', { type: 'tick', symbol: 'A', last: 1e16 }],
    ['a tick of a long name', { type: 'tick', symbol: 'A'.repeat(65), last: 1 }],
    ['a trade of a long name', { ...trade, symbol: 'A'.repeat(65) }],
    ['a trade of an absurd amount', { ...trade, amount: 1e19 }],
    ['a trade of an absurd turnover', { ...trade, price: 1e10, amount: 1e10 }],
    ['a trade without a side', { ...trade, side: undefined }],
    ['a listing in an unknown state', { type: 'symbol', symbol: 'A', base: 'B', quote: 'C', state: 'odd' }],
    ['a notice without a state', { type: 'notice', scope: 'venue', what: 'halt' }],
    [
      'a candle without a low',
      { type: 'candle', at, open: 1, high: 1, close: 1, baseVolume: 1, quoteVolume: 1 },
    ],
    ['an asset without a name', { type: 'asset', deposit: true }],
  ] as const)('drops %s', (_, raw) => {
    expect(validateRow(raw, at)).toBeNull()
  })

  test('has a message for every refusal', () => {
    expect(validateRow({ type: 'error', code: -1003 }, at)).toEqual({ type: 'error', message: 'error -1003' })
    const long = validateRow({ type: 'error', message: 'busy '.repeat(1e6) }, at) as WireError
    expect(long.message).toBe('busy '.repeat(40))
    expect(validateRow({ type: 'error' }, at)).toEqual({ type: 'error', message: 'error' })
  })
})
