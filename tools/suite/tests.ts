import { readFile, rm } from 'node:fs/promises'
import { execute } from './execute.ts'
import { afterSecondTry, filesToRepeat, type Repeated } from './second-try.ts'
import type { Outcome, Stage } from './stage.ts'
import type { TestReport } from './test-reporter.ts'
import { failuresOf, testsThat, type TestRun } from './test-run.ts'

/** Runs vitest with arguments. A run that wrote no report has no files and ends badly. */
async function runVitest(name: string, args: readonly string[]): Promise<TestRun> {
  const path = `out/report/${name}.json`
  await rm(path, { force: true })
  const reporters = ['--reporter=dot', '--reporter=./tools/suite/test-reporter.ts']
  const { code, output } = await execute('vitest', ['run', ...args, ...reporters], { REPORT_FILE: path })
  try {
    return { code, output, ...(JSON.parse(await readFile(path, 'utf8')) as TestReport) }
  } catch {
    return { code: code === 0 ? 1 : code, output, files: [], strayFailures: 1 }
  }
}

/** A stage that runs vitest projects. */
export function tests(name: string, projects: readonly string[]): Stage {
  return { name, run: async () => outcomeOf({ run: await runVitest(name, of(projects)), passedAlone: [] }) }
}

/**
 * A stage whose tests drive real browsers. What fails while three of them share the machine is run once more,
 * alone: the second result counts.
 */
export function browserTests(name: string, projects: readonly string[]): Stage {
  return {
    name,
    async run() {
      const first = await runVitest(name, of(projects))
      const files = filesToRepeat(first)
      if (files.length === 0) return outcomeOf({ run: first, passedAlone: [] })
      const alone = [...of(projects), '--no-file-parallelism', ...files]
      return outcomeOf(afterSecondTry(first, await runVitest(`${name}-alone`, alone)))
    },
  }
}

const of = (projects: readonly string[]) => projects.map((project) => `--project=${project}`)

function outcomeOf({ run, passedAlone }: Repeated): Outcome {
  return {
    passed: testsThat('passed', run.files).length,
    failed: failuresOf(run),
    skipped: testsThat('skipped', run.files),
    passedAlone,
    output: run.output,
  }
}
