import { readOptions, runCommand } from '../command-line.ts'
import { check } from './check.ts'
import { firefoxLint } from './firefox-lint.ts'
import { imports } from './imports.ts'
import { report } from './report.ts'
import { writeResult } from './last-result.ts'
import type { Stage } from './stage.ts'
import { browserTests, tests } from './tests.ts'

// `npm test [-- --whole]`: all checks, quick ones first. One line a stage, then the totals.

/** Rows of checks, each of which keeps one processor busy: two rows run at a time, the longest first. */
const checks: readonly (readonly Stage[])[] = [
  [check('lint, types', 'oxlint', '--deny-warnings')],
  [check('package', 'npm', 'run', '--silent', 'package'), firefoxLint],
  [check('format', 'oxfmt', '--check')],
  [check('pure types', 'tsc', '-p', 'tsconfig.pure.json')],
  [check('unused', 'knip')],
  [imports],
]

/** These use all processors, one after the other. Several projects together: none waits for another's last file. */
const suites: readonly Stage[] = [
  tests('node', ['stories', 'background', 'package', 'unit']),
  browserTests('browsers', ['looks', 'chromium', 'firefox']),
]

await runCommand(async () => {
  const { values } = readOptions({ whole: { type: 'boolean', default: false } }, process.argv.slice(2))
  // Read by test/shared/length.ts.
  if (values.whole) process.env['TEST_LENGTH'] = 'whole'
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
    for (let row = waiting.shift(); row; row = waiting.shift()) for (const stage of row) await run(stage)
  }
  await Promise.all([worker(), worker()])
  for (const stage of suites) await run(stage)
  writeResult({ passed, failed, skipped })
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed > 0 ? 1 : 0
})
