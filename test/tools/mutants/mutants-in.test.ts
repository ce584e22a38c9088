import { expect, test } from 'vitest'
import { mutated } from '../../../tools/mutants/mutant.ts'
import { mutantsIn } from '../../../tools/mutants/mutants-in.ts'

const changesOf = (text: string) => mutantsIn('src/a.ts', text).map((mutant) => mutated(text, mutant))

test.each([
  ['a < b', ['a <= b']],
  ['a + 1', ['a - 1']],
  ["a + 'text'", []],
  ['a && b', ['a || b']],
  ['!a', ['a']],
  ['true', ['false']],
])('an initial value %s becomes %j', (expression, changes) => {
  expect(changesOf(`const x = ${expression}`)).toEqual(changes.map((change) => `const x = ${change}`))
})

test('conditions are negated, calls removed, results replaced by null', () => {
  expect(changesOf('function f() { if (a) call(); return b }')).toEqual([
    'function f() { if (!(a)) call(); return b }',
    'function f() { if (a) ; return b }',
    'function f() { if (a) call(); return null }',
  ])
  expect(changesOf('const f = (a: number) => g(a)')).toEqual(['const f = (a: number) => null'])
})

test('types and imports have no mutants, nor have results that are nothing', () => {
  expect(changesOf("import { a } from 'a'\ntype T = true\ninterface I { a: false }")).toEqual([])
  expect(changesOf('function f() { return undefined }')).toEqual([])
})

test('a mutant names its file, its line and its change in one line', () => {
  expect(mutantsIn('src/a.ts', 'const a = 1\nconst b =\n  a <\n  2')).toMatchObject([
    { file: 'src/a.ts', line: 3, what: 'a < 2 → a <= 2' },
  ])
})
