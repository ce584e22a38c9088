import fc from 'fast-check'

/**
 * Values that may occur anywhere: null, empty text, numbers as text, exponents, ids beyond 2^53, other scripts.
 */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '0',
    '-1',
    '1e-7',
    '1E+3',
    '0x10',
    'NaN',
    'Infinity',
    '１２',
    true,
    false,
  ),
  fc.constantFrom<unknown>(
    0,
    -1,
    1e-300,
    1e300,
    2 ** 53,
    -0.0,
    '9223372036854775807',
    9223372036854775807n.toString(),
  ),
  fc.constantFrom<unknown>(
    '币安人生USDT',
    'ＢＴＣ',
    '\u0000',
    '__proto__',
    'constructor',
    [],
    {},
    [null],
    [[]],
  ),
  fc.constantFrom<unknown>('X'.repeat(70), 'X'.repeat(3000), '\u202eCTB', 'A\nB', '\ud800', '1e30', '1e-30'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(String),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Any JSON value, sometimes with the keys of real fields. */
export const anyJson = (keys: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    oddValue,
    fc.jsonValue(),
    fc.array(fc.dictionary(fc.constantFrom(...keys), oddValue), { maxLength: 5 }),
    fc.dictionary(
      fc.constantFrom(...keys),
      fc.array(fc.dictionary(fc.constantFrom(...keys), oddValue), { maxLength: 3 }),
    ),
  )

/** A payload with some of its values replaced by odd ones. */
export const damaged = (payload: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(1000), oddValue), { minLength: 1, maxLength: 6 }).map((damages) => {
    let copy = structuredClone(payload)
    for (const [where, value] of damages) copy = replaceNth(copy, { left: where % countNodes(copy) }, value)
    return copy
  })

/** Every key in a payload, at any depth. */
export function keysOf(payload: unknown): string[] {
  if (payload === null || typeof payload !== 'object') return []
  const own = Array.isArray(payload) ? [] : Object.keys(payload)
  return [...own, ...Object.values(payload).flatMap(keysOf)]
}

function countNodes(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1
  return 1 + Object.values(value).reduce<number>((sum, child) => sum + countNodes(child), 0)
}

/** Replaces the node after `left` others, in the order of keys. */
function replaceNth(value: unknown, step: { left: number }, by: unknown): unknown {
  if (step.left-- === 0) return by
  if (value === null || typeof value !== 'object') return value
  const children = Object.entries(value).map(([key, child]) => [key, replaceNth(child, step, by)] as const)
  return Array.isArray(value) ? children.map(([, child]) => child) : Object.fromEntries(children)
}
