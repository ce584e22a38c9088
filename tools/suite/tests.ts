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

/** A stage that runs vitest projects: by default the one of its name. */
export function tests(name: string, projects: readonly string[] = [name]): Stage {
  const path = `out/report/${name}.json`
  return {
    name,
    async run() {
      await mkdir('out/report', { recursive: true })
      await rm(path, { force: true })
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${path}`]
      const chosen = projects.map((project) => `--project=${project}`)
      const { code, output } = await execute('vitest', ['run', ...chosen, ...reporters])
      const report = await readReport(path)
      const results = report.testResults.flatMap((file) => file.assertionResults)
      const skipped = results.filter((test) => test.status === 'skipped' || test.status === 'pending')
      // A file that fails to load, or no test at all, fails the run without a failed test.
      const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1)
      return { passed: report.numPassedTests, failed, skipped: skipped.map((test) => test.fullName), output }
    },
  }
}
