import { expect, test } from 'vitest'
import { UsageError } from '../../../tools/command-line.ts'
import { readMutantOptions } from '../../../tools/mutants/options.ts'
import { relatedTests } from '../../../tools/mutants/related-tests.ts'
import { sample } from '../../../tools/mutants/sample.ts'

test('the command takes paths in src, a sample and a seed', () => {
  expect(readMutantOptions([]).paths).toContain('src/detect')
  expect(readMutantOptions(['./src/stats', '--sample', '5', '--seed', '7', '--json'])).toEqual({
    paths: ['src/stats'],
    sample: 5,
    seed: 7,
    json: true,
  })
  for (const argv of [['test'], ['src/nowhere'], ['--sample', 'some'], ['--fast']])
    expect(() => readMutantOptions(argv)).toThrow(UsageError)
})

test('a sample keeps the order, and the same seed draws the same', () => {
  const all = Array.from({ length: 100 }, (_, index) => index)
  const drawn = sample(all, 10, 1)
  expect(drawn).toHaveLength(10)
  expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
  expect(sample(all, 10, 1)).toEqual(drawn)
  expect(sample(all, 10, 2)).not.toEqual(drawn)
  expect(sample(all, 1_000, 1)).toEqual(all)
})

test('tests of the own room run, nearest first; those of other rooms only where it has none', () => {
  const tests = ['/r/test/ui/a.test.ts', '/r/test/detect/b.test.ts', '/r/test/detect/rules/c.test.ts']
  expect(relatedTests('src/detect/rules/c.ts', tests)).toEqual([tests[2], tests[1]])
  expect(relatedTests('src/market/d.ts', tests)).toEqual(tests)
})
