import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../tools/setup/find-browser.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keiho-browsers-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROME_PATH', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Puts a command on the path. */
function install(name: string, mode = 0o755): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  chmodSync(path, mode)
  return path
}

test('finds a browser on the path, Chromium before Chrome', () => {
  const chrome = install('google-chrome')
  expect(findBrowser('chromium')).toBe(chrome)
  const chromium = install('chromium')
  expect(findBrowser('chromium')).toBe(chromium)
})

test('CHROME_PATH takes precedence over the path', () => {
  install('chromium')
  const own = install('my-chrome')
  vi.stubEnv('CHROME_PATH', own)
  expect(findBrowser('chromium')).toBe(own)
})

// On macOS a browser may be in the applications folder.
test.runIf(process.platform === 'linux')('finds nothing where there is nothing to run', () => {
  install('chromium', 0o644)
  expect(findBrowser('firefox')).toBeNull()
})
