import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const file = 'out/report/suite.json'

/** How the last run of `npm test` ended. */
export interface SuiteResult {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What the files are now: the commit, or null outside git and where a file differs from it. */
export function cleanRevision(): string | null {
  const git = (...args: readonly string[]) => spawnSync('git', args, { encoding: 'utf8' })
  const status = git('status', '--porcelain')
  return status.status === 0 && status.stdout === '' ? git('rev-parse', 'HEAD').stdout.trim() : null
}

/** Keeps the result of a run, with the commit it is of. */
export function writeResult(result: SuiteResult): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ ...result, revision: cleanRevision() }))
}

/** The last result where it is of this very commit, else null. */
export function lastResult(revision: string | null): SuiteResult | null {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as SuiteResult & { revision: string | null }
    return revision !== null && found.revision === revision ? found : null
  } catch {
    return null
  }
}
