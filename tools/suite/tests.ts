import { mkdir, readFile, rm } from 'node:fs/promises'
import { execute } from './execute.ts'
import type { Stage } from './stage.ts'

/** The parts of vitest's JSON report that are read here. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

async function readReport(path: string): Promise<VitestReport> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as VitestReport
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}

/** A stage that runs one vitest project. */
export function tests(project: string): Stage {
  const path = `out/report/${project}.json`
  return {
    name: project,
    async run() {
      await mkdir('out/report', { recursive: true })
      await rm(path, { force: true })
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${path}`]
      const { code, output } = await execute('vitest', ['run', '--project', project, ...reporters])
      const report = await readReport(path)
      const results = report.testResults.flatMap((file) => file.assertionResults)
      const skipped = results.filter((test) => test.status === 'skipped' || test.status === 'pending')
      // A file that fails to load, or no test at all, fails the run without a failed test.
      const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1)
      return { passed: report.numPassedTests, failed, skipped: skipped.map((test) => test.fullName), output }
    },
  }
}
