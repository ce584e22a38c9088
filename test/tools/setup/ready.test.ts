import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Runs the script as npm would on a machine with nothing but Node. */
function ready(...wanted: string[]) {
  const env = { PATH: '/nonexistent', HOME: '/nonexistent' }
  return spawnSync(process.execPath, ['tools/setup/ready.mjs', ...wanted], { env, encoding: 'utf8' })
}

test('prints nothing where everything is installed', () => {
  expect(ready()).toMatchObject({ status: 0, stdout: '', stderr: '' })
})

test.runIf(process.platform === 'linux')(
  'names the browser it can neither find nor install, in one line',
  () => {
    const { status, stderr } = ready('firefox')
    expect(status).toBe(1)
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'Could not install a browser: please install Firefox, or set FIREFOX_PATH to where it is.',
    )
    expect(stderr).not.toMatch(/^\s+at /m)
  },
)

test.runIf(process.platform === 'linux')('installs what is missing without running its scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-ready-'))
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$@" > called\n', { mode: 0o755 })
  const { status } = spawnSync(process.execPath, [resolve('tools/setup/ready.mjs')], {
    cwd: folder,
    env: { PATH: folder },
  })
  expect(status).toBe(0)
  expect(readFileSync(join(folder, 'called'), 'utf8')).toMatch(/^ci --ignore-scripts\b/)
})
