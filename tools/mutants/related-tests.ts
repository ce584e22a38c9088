/**
 * Of the tests that import a file, directly or not, those of the file's own room, nearest folder first; all of
 * them where its room has none. Tests of other rooms would make every mutant cost minutes.
 *
 * @param file path below src/
 * @param tests absolute paths of test files
 */
export function relatedTests(file: string, tests: readonly string[]): string[] {
  const folders = file.split('/').slice(1, -1)
  const depth = (test: string): number =>
    folders.findLastIndex((_, at) => test.includes(`/test/${folders.slice(0, at + 1).join('/')}/`))
  const own = tests.filter((test) => depth(test) >= 0)
  return (own.length > 0 ? own : [...tests]).sort((a, b) => depth(b) - depth(a))
}
