import type { Chance } from './chance.ts'

/** Keys that mean something to objects of JavaScript, or nothing to anyone. */
export const oddKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  '',
  '0',
  '-1',
  'data',
  'code',
]

const day = 86_400_000
const now = 1_700_000_000_000

export const oddNumbers = [
  0,
  -0,
  1,
  -1,
  0.1 + 0.2,
  1e-300,
  5e-324,
  1e-18,
  1e15,
  1e18,
  1e21,
  1e300,
  Number.MAX_VALUE,
  -1e300,
  2 ** 31,
  2 ** 53,
  2 ** 64,
  now,
  now * 1000,
  now / 1000,
  now + 400 * day,
  now - 400 * day,
  8.64e15,
  8.64e15 + 1,
  253_402_300_800_000,
]

const numberTexts = [
  ...['NaN', 'Infinity', '-Infinity', '1e400', '1e-400', '0x10', '1_000', '１２', '1,5', ' 1', '+1', '--1'],
  ...['.', '1.', '.5', '1e', '99999999999999999999999999999999', '0.00000000000000000000001', '-0', '1e15'],
]

export const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  'A\ud83d',
  '\u202eCTB/TDSU',
  '\u2066BTC\u2069',
  'بيتكوين',
  'e\u0301'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(9),
  '币安人生USDT',
  'ＢＴＣ',
  'constructor',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://evil.example/',
  '%E0%A4%A',
  '\r\n\t',
  'null',
  'true',
  '2026-11-29T12:00:00Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  ...numberTexts,
]

const filler = ['a', 'A', '0', '9', ' ', '(', '[', '【', '/', ',', '-', '=', '　', 'あ', '가', '😀', '\ud800']

/** A text of up to 20,000 characters, mostly of one repeated piece: what a quadratic pattern fears. */
export function longText(chance: Chance, max = 20_000): string {
  const piece = Array.from({ length: 1 + chance.below(4) }, () => chance.of(filler)).join('')
  return piece.repeat(Math.ceil((1 + chance.below(max)) / piece.length))
}

/** Lists within lists, or objects within objects: deeper than any message. */
function nested(chance: Chance): unknown {
  let value: unknown = chance.of([1, '1', null])
  const asList = chance.has(0.5)
  for (let depth = 1 + chance.below(400); depth > 0; depth--) value = asList ? [value] : { data: value }
  return value
}

/** Any value that JSON can hold, of those that readers least expect. */
export function oddValue(chance: Chance): unknown {
  const kind = chance.next()
  if (kind < 0.3) return chance.of(oddNumbers)
  if (kind < 0.65) return chance.of(oddTexts)
  if (kind < 0.68) return longText(chance, 3000)
  if (kind < 0.72) return nested(chance)
  return chance.of<() => unknown>([
    () => null,
    () => true,
    () => false,
    () => [],
    () => ({}),
    () => [null],
    () => [[]],
    () => [0, '1', {}],
    () => ({ length: 4_294_967_295 }),
    () => JSON.parse('{"__proto__":{"at":1}}') as unknown,
  ])()
}
