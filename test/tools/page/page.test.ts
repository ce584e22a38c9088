import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/page/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })

test('names the exchange and the pair of a page', { timeout: 20_000 }, () => {
  const { stdout, status } = run('https://upbit.com/exchange?code=CRIX.UPBIT.KRW-SYS')
  expect(stdout).toBe('{"exchange":"upbit","base":"SYS","quote":"KRW","market":"spot"}\n')
  expect(status).toBe(0)
})

test('prints null for any other URL', { timeout: 20_000 }, () => {
  expect(run('https://upbit.com/home').stdout).toBe('null\n')
})

test('without a URL exits with 2 and one line', { timeout: 20_000 }, () => {
  const { stdout, stderr, status } = run()
  expect({ stdout, stderr, status }).toEqual({
    stdout: '',
    stderr: 'URL is needed: which page?\n',
    status: 2,
  })
})
