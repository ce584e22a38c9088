import { readOptions, runCommand } from '../command-line.ts'
import { check } from './check.ts'
import { imports } from './imports.ts'
import { report } from './report.ts'
import type { Stage } from './stage.ts'
import { browserTests, tests } from './tests.ts'

// `npm test`: all checks, quick ones first. One line a stage, then the totals.

/** Each of these keeps one processor busy: two run at a time. */
const checks: readonly Stage[] = [
  check('lint', 'eslint', '.', '--max-warnings', '0'),
  check('types', 'tsc', '-p', 'tsconfig.json'),
  check('pure types', 'tsc', '-p', 'tsconfig.pure.json'),
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  imports,
  check('unused', 'knip'),
]

/** These use all processors, one after the other. */
const suites: readonly Stage[] = [
  tests('unit'),
  tests('stories'),
  check('build', 'npm', 'run', '--silent', 'build'),
  tests('package'),
  check(
    'web-ext',
    'web-ext',
    'lint',
    '--source-dir',
    'dist/firefox',
    '--warnings-as-errors',
    '--no-config-discovery',
  ),
  // Together, so that no processor waits for the last file of each.
  browserTests('browsers', ['looks', 'chromium', 'firefox']),
]

await runCommand(async () => {
  readOptions({}, process.argv.slice(2))
  let passed = 0
  let failed = 0
  let skipped = 0
  async function run(stage: Stage): Promise<void> {
    const begin = performance.now()
    const found = await stage.run()
    passed += found.passed
    failed += found.failed
    skipped += found.skipped.length
    process.stdout.write(report(stage.name, found, (performance.now() - begin) / 1000))
  }
  const waiting = [...checks]
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) await run(stage)
  }
  await Promise.all([worker(), worker()])
  for (const stage of suites) await run(stage)
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed > 0 ? 1 : 0
})
