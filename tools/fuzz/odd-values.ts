import { isNumberArray, type NumberArray, type Slot } from './slots.ts'

/** A source of numbers in [0, 1). */
export type Random = () => number

type Named = readonly [name: string, value: unknown]

/** A whole number from 0 up to, without, `end`. */
export const wholeBelow = (end: number, random: Random): number => Math.floor(random() * end)

/** One of a list that is not empty. */
export const oneOf = <T>(list: readonly T[], random: Random): T => list[wholeBelow(list.length, random)]!

const dayMs = 86_400_000

/** What may stand in a slot instead of what stands there, each with a name for the report. */
export function oddValues(slot: Slot, random: Random): readonly Named[] {
  const value = slot.get()
  const alike: readonly Named[] =
    typeof value === 'number'
      ? oddNumbers(value)
      : typeof value === 'string'
        ? oddTexts(value)
        : isNumberArray(value)
          ? oddColumns(value, random)
          : Array.isArray(value)
            ? oddLists(value)
            : value instanceof Map || value instanceof Set
              ? oddCollections(value)
              : []
  return [...alike, ...alike, ...anything(slot.holder)]
}

function anything(holder: object): readonly Named[] {
  const values: readonly Named[] = [
    ['undefined', undefined],
    ['null', null],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['0', 0],
    ['-1', -1],
    ['1e300', 1e300],
    ['""', ''],
    ['"7"', '7'],
    ['true', true],
    ['{}', {}],
    ['[]', []],
    ['[null]', [null]],
    ['a Map', new Map([['x', null]])],
    ['a column', new Float64Array(3)],
    ['its holder', holder],
  ]
  return values
}

function oddNumbers(value: number): readonly Named[] {
  return [
    ['its text', String(value)],
    ['its negative', -value],
    ['half more', value + 0.5],
    ['a thousandfold', value * 1000],
    ['a year later', value + 365 * dayMs],
    ['two days later', value + 2 * dayMs],
    ['a day earlier', value - dayMs],
    ['-Infinity', -Infinity],
    ['2^53', 2 ** 53],
    ['1e-300', 1e-300],
    ['a BigInt', 7n],
  ]
}

function oddTexts(value: string): readonly Named[] {
  return [
    ['its half', value.slice(0, value.length >> 1)],
    ['10,000 long', value.padEnd(10_000, `x${value}`).slice(0, 10_000)],
    ['"__proto__"', '__proto__'],
    ['"constructor"', 'constructor'],
    ['its characters', [...value]],
  ]
}

function oddColumns(value: NumberArray, random: Random): readonly Named[] {
  const numbers = Array.from(value as ArrayLike<number>, Number)
  const filled = (x: number) => {
    const copy = structuredClone(value) as unknown as Float64Array
    copy.fill(x)
    return copy
  }
  const Column = oneOf([Float64Array, Float32Array, Int32Array, Uint8Array, Uint16Array], random)
  const same = value.constructor as typeof Float64Array
  return [
    ['cut', new same(numbers.slice(0, numbers.length >> 1))],
    ['emptied', new same(0)],
    ['grown', new same([...numbers, ...numbers])],
    ['one longer', new same([...numbers, 0])],
    ['a list', numbers],
    [`a ${Column.name}`, new Column(numbers)],
    ['full of NaN', filled(NaN)],
    ['full of 1e300', filled(1e300)],
    ['full of -1', filled(-1)],
  ]
}

function oddLists(value: readonly unknown[]): readonly Named[] {
  return [
    ['emptied', []],
    ['cut', value.slice(0, value.length >> 1)],
    ['doubled', [...value, ...value]],
    ['reversed', value.toReversed()],
    ['with a hole', [...value, null]],
    ['by index', { ...value }],
  ]
}

function oddCollections(value: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>): readonly Named[] {
  const entries = [...value.entries()]
  return [
    ['a list', entries],
    ['an object', Object.fromEntries(entries.map(([key, each]) => [String(key), each]))],
    ['emptied', value instanceof Map ? new Map() : new Set()],
    ['with odd keys', value instanceof Map ? new Map(entries.map(([, each], i) => [i, each])) : new Set([7])],
  ]
}
