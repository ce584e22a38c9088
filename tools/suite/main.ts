import { readOptions, runCommand } from '../command-line.ts'
import { check } from './check.ts'
import { imports } from './imports.ts'
import type { Stage } from './stage.ts'
import { tests } from './tests.ts'

// `npm test`: all checks, quick ones first. One line a stage, then the totals.
const stages: readonly Stage[] = [
  check('types', 'tsc', '-p', 'tsconfig.json'),
  check('pure types', 'tsc', '-p', 'tsconfig.pure.json'),
  check('lint', 'eslint', '.', '--max-warnings', '0'),
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  imports,
  check('unused', 'knip'),
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
  tests('looks'),
  tests('chromium'),
  tests('firefox'),
]

await runCommand(async () => {
  readOptions({}, process.argv.slice(2))
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const stage of stages) {
    const begin = performance.now()
    const found = await stage.run()
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    passed += found.passed
    failed += found.failed
    skipped += found.skipped.length
    if (found.failed > 0) process.stdout.write(`${found.output.trimEnd()}\n`)
    const mark = found.failed > 0 ? '✗' : '✓'
    const ofStage = found.skipped.length > 0 ? `, ${found.skipped.length} skipped` : ''
    const counts = `${found.passed} passed, ${found.failed} failed${ofStage}`
    process.stdout.write(`${mark} ${stage.name.padEnd(12)} ${seconds.padStart(6)} s  ${counts}\n`)
    for (const name of found.skipped) process.stdout.write(`    skipped: ${name}\n`)
  }
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed > 0 ? 1 : 0
})
