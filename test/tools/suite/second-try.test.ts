import { describe, expect, test } from 'vitest'
import { report } from '../../../tools/suite/report.ts'
import { afterSecondTry, filesToRepeat } from '../../../tools/suite/second-try.ts'
import { failuresOf, type FileResult, type TestResult, type TestRun } from '../../../tools/suite/test-run.ts'

const file = (path: string, states: Readonly<Record<string, TestResult['state']>>): FileResult => ({
  path,
  failed: Object.values(states).includes('failed'),
  tests: Object.entries(states).map(([name, state]) => ({ name, state })),
})
const calm = file('calm.test.ts', { 'is calm': 'passed' })
const slow = file('slow.test.ts', { 'is quick': 'failed', 'is there': 'passed' })
const slowAlone = file('slow.test.ts', { 'is quick': 'passed', 'is there': 'passed' })
/** A file whose browser did not start. */
const unopened: FileResult = { path: 'unopened.test.ts', failed: true, tests: [] }

const run = (files: readonly FileResult[], part: Partial<TestRun> = {}): TestRun => ({
  code: files.some(({ failed }) => failed) ? 1 : 0,
  output: 'what vitest wrote',
  files,
  strayFailures: 0,
  ...part,
})

describe('which files are repeated', () => {
  test('none of a run that passed', () => {
    expect(filesToRepeat(run([calm]))).toEqual([])
  })

  test('those that failed, with a test or without', () => {
    expect(filesToRepeat(run([calm, slow, unopened]))).toEqual(['slow.test.ts', 'unopened.test.ts'])
  })

  test('none where so many fail that the machine is not the cause', () => {
    const many = (count: number) => run(Array.from({ length: count }, (_, i) => ({ ...slow, path: `${i}` })))
    expect(filesToRepeat(many(5))).toHaveLength(5)
    expect(filesToRepeat(many(6))).toEqual([])
  })

  test('none where something failed that belongs to no file', () => {
    expect(filesToRepeat(run([slow], { strayFailures: 1 }))).toEqual([])
  })
})

describe('after the second try', () => {
  test('what passes alone counts as passed and is named', () => {
    const { run: both, passedAlone } = afterSecondTry(run([calm, slow]), run([slowAlone]))
    expect(both).toMatchObject({ code: 0, files: [calm, slowAlone] })
    expect(failuresOf(both)).toBe(0)
    expect(passedAlone).toEqual(['slow.test.ts > is quick'])
  })

  test('and what it failed of at first', () => {
    const first = {
      ...slow,
      tests: [{ name: 'is quick', state: 'failed', error: 'too late (line 7)' } as const],
    }
    const { passedAlone } = afterSecondTry(run([first]), run([slowAlone]))
    expect(passedAlone[0]).toMatch(/is quick\n +at first: too late \(line 7\)$/)
  })

  test('a file that could not be opened at first is named without a test', () => {
    const opened = file('unopened.test.ts', { opens: 'passed' })
    expect(afterSecondTry(run([unopened]), run([opened])).passedAlone).toEqual(['unopened.test.ts'])
  })

  test('what fails again fails the run, with the output of both', () => {
    const first = run([slow, unopened], { output: 'the first output' })
    const opened = file('unopened.test.ts', { opens: 'passed' })
    const { run: both, passedAlone } = afterSecondTry(first, run([slow, opened], { output: 'the second' }))
    expect(failuresOf(both)).toBe(1)
    expect(both.output).toMatch(/the first output[\s\S]*the second/)
    expect(passedAlone).toEqual(['unopened.test.ts'])
  })

  test('a test that fails only the second time fails the run', () => {
    const worse = file('slow.test.ts', { 'is quick': 'passed', 'is there': 'failed' })
    expect(failuresOf(afterSecondTry(run([slow]), run([worse])).run)).toBe(1)
  })

  test('a second run that breaks off leaves the failures of the first', () => {
    const none = run([], { code: 1, strayFailures: 1 })
    expect(failuresOf(afterSecondTry(run([slow]), none).run)).toBe(2)
    expect(failuresOf(afterSecondTry(run([slow]), run([])).run)).toBe(1)
  })
})

test('a run that ends badly without a failed test has a failure', () => {
  expect(failuresOf(run([calm], { code: 1 }))).toBe(1)
  expect(failuresOf(run([calm, unopened]))).toBe(1)
})

test('the line of a stage names what passed at the second try', () => {
  const found = { passed: 3, failed: 0, skipped: [], passedAlone: ['slow.test.ts > is quick'], output: '' }
  expect(report('browsers', found, 12.34)).toBe(
    [
      '✓ browsers       12.3 s  3 passed, 0 failed',
      '    passed at the second try, alone: slow.test.ts > is quick\n',
    ].join('\n'),
  )
})
