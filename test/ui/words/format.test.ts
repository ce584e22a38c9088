import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { decimalsOf } from '../../../src/ui/words/decimals.ts'
import { isoText } from '../../../src/ui/words/times.ts'
import { convertedText } from '../../../src/ui/words/converted-price.ts'
import { wordsIn } from '../../../tools/examples/words-in.ts'

const formats = { en: wordsIn('en').format, ja: wordsIn('ja').format }
const [second, minute, hour] = [1_000, 60_000, 3_600_000]

// The formats of numbers and times in both languages.
describe.each([
  ['change', (f) => f.change(1.145), '+114.5%', '+114.5%'],
  ['a fall, with a true minus', (f) => f.change(-0.031), '\u22123.1%', '\u22123.1%'],
  ['no change, without a sign', (f) => f.change(-0.0001), '0.0%', '0.0%'],
  ['a huge change, as a multiple', (f) => f.change(22.3), '23.3×', '23.3倍'],
  ['a vast change, as a multiple', (f) => f.change(48_211), '48,212×', '4.82万倍'],
  ['a share', (f) => f.share(0.876), '88%', '88%'],
  ['a multiple', (f) => f.multiple(38), '38×', '38倍'],
  ['a small multiple', (f) => f.multiple(6.15), '6.2×', '6.2倍'],
  ['a vast multiple', (f) => f.multiple(2_229_965), '2,230,000×', '223万倍'],
  ['a count', (f) => f.count(1_412), '1,412', '1,412'],
  ['a price with the venue’s decimals', (f) => f.price(0.000071, 8), '0.00007100', '0.00007100'],
  ['a whole price', (f) => f.price(96, 0), '96', '96'],
  ['seconds', (f) => f.length(3 * second), '3 s', '3秒'],
  ['minutes and seconds', (f) => f.length(220 * second), '3 min 40 s', '3分40秒'],
  ['whole minutes', (f) => f.length(5 * minute), '5 min', '5分'],
  ['many minutes', (f) => f.length(12 * minute + 50 * second), '12 min', '12分'],
  ['hours and minutes', (f) => f.length(98 * minute), '1 h 38 min', '1時間38分'],
  ['days and hours', (f) => f.length(27 * hour), '1 d 3 h', '1日3時間'],
  ['a time that ran backwards', (f) => f.length(-5 * second), '0 s', '0秒'],
  ['a window', (f) => f.window(5 * minute), '5 min', '5分間'],
  ['a window of an hour', (f) => f.window(hour), '1 h', '1時間'],
] as [string, (format: (typeof formats)['en']) => string, string, string][])('%s', (_, write, en, ja) => {
  test(`is ${en}`, () => expect(write(formats.en)).toBe(en))
  test(`is ${ja}`, () => expect(write(formats.ja)).toBe(ja))
})

describe('times of day', () => {
  const zone = process.env['TZ']
  beforeAll(() => void vi.stubEnv('TZ', 'Asia/Tokyo'))
  afterAll(() => void vi.stubEnv('TZ', zone))
  const at = Date.UTC(2018, 6, 3, 20, 40, 12)

  test('are local and in 24-hour format', () => {
    const { format } = wordsIn('en')
    expect(format.clock(at)).toBe('05:40')
    expect(format.clock(at, 'second')).toBe('05:40:12')
  })

  test('include the day where it differs', () => {
    const dayLater = at + 24 * hour
    expect(wordsIn('en').format.moment(at, at + hour)).toBe('05:40')
    expect(wordsIn('en').format.moment(at, dayLater)).toBe('4 Jul 05:40')
    expect(wordsIn('ja').format.moment(at, dayLater)).toBe('7月4日 05:40')
    expect(wordsIn('ko').format.moment(at, dayLater)).toBe('7월 4일 05:40')
    expect(wordsIn('zh-Hant').format.moment(at, dayLater)).toBe('7月4日 05:40')
  })
})

test.each([
  ['ko', '1시간 38분', '5분 동안', '223만배', '14.3배', '+114.5%'],
  ['zh-Hant', '1 小時 38 分鐘', '5 分鐘內', '223萬倍', '14.3倍', '+114.5%'],
] as const)('figures are written as in %s', (lang, ...texts) => {
  const { format } = wordsIn(lang)
  const minute = 60_000
  const lengths = [format.length(98 * minute), format.window(5 * minute)]
  const figures = [format.multiple(2_229_965), format.multiple(14.3), format.change(1.145)]
  expect([...lengths, ...figures]).toEqual(texts)
})

describe('decimalsOf', () => {
  test.each([
    [[0.00007104, 0.000071], 8],
    [[1e-8], 8],
    [[96], 0],
    [[1234.5, 1234.25], 2],
    [[0.1 + 0.2, 0.25], 2],
    [[0.1 + 0.2], 8],
  ])('%j → %i', (prices, decimals) => {
    expect(decimalsOf(prices)).toBe(decimals)
  })
})

test('a time that is none is written as unknown, and throws nowhere', () => {
  for (const at of [NaN, Infinity, -Infinity, 1e300, 8.64e15 + 1]) {
    for (const format of Object.values(formats))
      expect([format.clock(at), format.clock(at, 'second'), format.moment(at, 0)]).toEqual(['–', '–', '–'])
    expect(isoText(at)).toBe('')
  }
})

describe('of any number at all', () => {
  const absurd = [NaN, Infinity, -Infinity, 1e300, -1e300, 8.64e15 + 1, Number.MIN_VALUE, Number.MAX_VALUE]
  const anyNumber = fc.oneof(fc.constantFrom(...absurd), fc.double(), fc.integer())
  const everyText = (lang: 'en' | 'ja', n: number, m: number): string[] => {
    const words = wordsOf[lang]
    const { format: f } = words
    return [
      ...[f.change(n), f.share(n), f.multiple(n), f.count(n), f.price(n, m), f.length(n), f.window(n)],
      ...[f.clock(n), f.clock(n, 'second'), f.moment(n, m), isoText(n)],
      ...(['JPY', 'USD'] as const).map((currency) => convertedText(words, { amount: n, currency })),
    ]
  }
  const wordsOf = { en: wordsIn('en'), ja: wordsIn('ja') }

  test('a text is short and says no nonsense', () => {
    fc.assert(
      fc.property(fc.constantFrom('en', 'ja'), anyNumber, anyNumber, (lang, n, m) => {
        for (const text of everyText(lang, n, m))
          expect(text).toMatch(/^(?!.*(NaN|∞|Infinity|Invalid)).{0,60}$/)
      }),
      {
        numRuns: 300,
        examples: absurd.flatMap((n) => [['en', n, n] as const, ['ja', n, n] as const]).map((e) => [...e]),
      },
    )
  })

  test('decimals are as many as a browser can write', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (n, price) => {
        expect(wordsOf.en.format.price(1, n)).toMatch(/^1(\.0{1,20})?$/)
        expect(decimalsOf([price, n])).toBeLessThanOrEqual(10)
      }),
    )
  })
})
