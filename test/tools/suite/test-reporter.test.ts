import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute } from '../../../tools/suite/execute.ts'
import type { TestReport } from '../../../tools/suite/test-reporter.ts'

/** Files of tests that end in every way there is. */
const files = {
  'mixed.test.ts': `test('holds', () => {}); test('breaks', () => { throw new Error('no') }); test.skip('waits', () => {})`,
  'hook.test.ts': `beforeAll(() => { throw new Error('no') }); test('never begins', () => {})`,
  'unloaded.test.ts': `import './absent.ts'`,
  'late.test.ts': `test('leaves a rejection behind', async () => {
    void Promise.reject(new Error('late'))
    await new Promise((done) => setImmediate(done))
  })`,
  'dead.test.ts': `test('takes its process along', () => { process.kill(process.pid, 'SIGKILL') })`,
}

let folder: string
// In the repository, else vitest would not be found.
beforeAll(() => {
  mkdirSync('out', { recursive: true })
  folder = mkdtempSync(resolve('out/suite-'))
  const head = `import { beforeAll, test } from 'vitest'\n`
  for (const [name, code] of Object.entries(files)) writeFileSync(`${folder}/${name}`, head + code)
  writeFileSync(`${folder}/vitest.config.ts`, `export default { test: { pool: 'forks' } }`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('reports each file as it ended, whatever ended it', async () => {
  const path = `${folder}/report.json`
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  const reporter = resolve('tools/suite/test-reporter.ts')
  const args = [vitest, 'run', '--root', folder, `--reporter=${reporter}`]
  const { code } = await execute(process.execPath, args, { REPORT_FILE: path })
  const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport
  const of = (name: string) => report.files.find((file) => file.path === name)
  expect(code).toBe(1)
  expect(of('mixed.test.ts')).toEqual({
    path: 'mixed.test.ts',
    failed: true,
    tests: [
      { name: 'holds', state: 'passed' },
      { name: 'breaks', state: 'failed', error: 'no (line 2)' },
      { name: 'waits', state: 'skipped' },
    ],
  })
  expect(of('hook.test.ts')?.failed).toBe(true)
  expect(of('unloaded.test.ts')).toEqual({ path: 'unloaded.test.ts', failed: true, tests: [] })
  expect(of('late.test.ts')?.failed).toBe(true)
  expect(of('dead.test.ts')?.failed).toBe(true)
  // The process that died, of which vitest does not say whose it was.
  expect(report.strayFailures).toBe(1)
})
