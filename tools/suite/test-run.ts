/** A test as it ended. A todo counts as skipped. */
export interface TestResult {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** Of one that failed: what its first error says, in one line. */
  readonly error?: string
}

/** A test file of a project as it ended. */
export interface FileResult {
  /** Relative to the repository. */
  readonly path: string
  /** A test, a hook or the loading failed, or an error surfaced that nothing caught. */
  readonly failed: boolean
  readonly tests: readonly TestResult[]
}

/** One run of vitest. */
export interface TestRun {
  readonly code: number
  readonly output: string
  readonly files: readonly FileResult[]
  /** Failures that belong to no file: the run broke off, or an error surfaced out of nowhere. */
  readonly strayFailures: number
}

/** Names of the tests of a run in one state. */
export function testsThat(state: TestResult['state'], files: readonly FileResult[]): string[] {
  return files.flatMap(({ tests }) => tests.filter((test) => test.state === state).map(({ name }) => name))
}

/** Counts failures: a file that failed without a failed test is one, and so is a run that ended badly without any. */
export function failuresOf({ code, files, strayFailures }: Omit<TestRun, 'output'>): number {
  const ofFiles = files
    .filter(({ failed }) => failed)
    .map((file) => Math.max(1, testsThat('failed', [file]).length))
  const sum = ofFiles.reduce((a, b) => a + b, 0) + strayFailures
  return Math.max(sum, code === 0 ? 0 : 1)
}
