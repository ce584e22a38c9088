import { failuresOf, type TestRun } from './test-run.ts'

/** More files than these do not fail for want of a processor. */
const accidents = 5

/** The files of a run that deserve a second try; empty where it passed or where the machine cannot be the cause. */
export function filesToRepeat({ files, strayFailures }: TestRun): string[] {
  const failed = files.filter((file) => file.failed).map(({ path }) => path)
  return strayFailures > 0 || failed.length > accidents ? [] : failed
}

/** A run with its repeated files as they ended the second time. */
export interface Repeated {
  readonly run: TestRun
  /** What failed at first and passed alone: `file > test` and its error, the file alone where no test of it had failed. */
  readonly passedAlone: readonly string[]
}

/**
 * Puts the second results of the repeated files in place of the first.
 * A file that the second run does not report stays failed.
 */
export function afterSecondTry(first: TestRun, second: TestRun): Repeated {
  const again = new Map(second.files.map((file) => [file.path, file]))
  const isRepeated = new Set(filesToRepeat(first))
  const files = first.files.map((file) => (isRepeated.has(file.path) && again.get(file.path)) || file)
  const strayFailures = first.strayFailures + second.strayFailures
  const code = failuresOf({ code: second.code, files, strayFailures }) > 0 ? 1 : 0
  const passedAlone = first.files
    .filter(({ path }) => isRepeated.has(path) && again.get(path)?.failed === false)
    .flatMap((file) => {
      const failed = file.tests.filter(({ state }) => state === 'failed')
      if (failed.length === 0) return [file.path]
      return failed.map(
        ({ name, error }) => `${file.path} > ${name}${error ? `\n        at first: ${error}` : ''}`,
      )
    })
  const output = code === 0 ? '' : `${first.output}\nThe second try, alone:\n${second.output}`
  return { run: { code, output, files, strayFailures }, passedAlone }
}
