import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import type { FileResult, TestResult, TestRun } from './test-run.ts'

/** The part of a run that this reporter writes, to the file that REPORT_FILE names. */
export type TestReport = Pick<TestRun, 'files' | 'strayFailures'>

const stateOf = (test: TestCase): TestResult['state'] => {
  const { state } = test.result()
  return state === 'pending' ? 'skipped' : state
}

function resultOf(test: TestCase): TestResult {
  const [error] = test.result().errors ?? []
  const line = error?.stacks?.at(-1)?.line
  const where = line === undefined ? '' : ` (line ${line})`
  return {
    name: test.fullName,
    state: stateOf(test),
    ...(error && { error: `${error.message.split('\n')[0]!.slice(0, 200)}${where}` }),
  }
}

/** Where an error surfaced that no test caught, vitest notes the file that ran then. */
const fileOf = (error: SerializedError) => error['VITEST_TEST_PATH'] as string | undefined

/** Writes how each file of a run ended. */
export default class TestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const guilty = new Set(errors.map(fileOf))
    const files = modules.map((module): FileResult => {
      const tests = [...module.children.allTests()]
      // Where the process of a file dies, its tests stay as they were.
      const brokeOff = ['queued', 'pending'].includes(module.state())
      return {
        path: module.relativeModuleId,
        failed: !module.ok() || brokeOff || guilty.has(module.moduleId),
        tests: tests.map(resultOf),
      }
    })
    const known = new Set<string | undefined>(modules.map(({ moduleId }) => moduleId))
    const strayFailures = errors.filter((error) => !known.has(fileOf(error))).length
    const path = process.env['REPORT_FILE']!
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify({ files, strayFailures } satisfies TestReport))
  }
}
