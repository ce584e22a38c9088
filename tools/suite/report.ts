import type { Outcome } from './stage.ts'

/** What a stage found: one line, before it the output where it failed, after it what was skipped or run twice. */
export function report(name: string, found: Outcome, seconds: number): string {
  const ofStage = found.skipped.length > 0 ? `, ${found.skipped.length} skipped` : ''
  const counts = `${found.passed} passed, ${found.failed} failed${ofStage}`
  const mark = found.failed > 0 ? '✗' : '✓'
  return [
    ...(found.failed > 0 ? [found.output.trimEnd()] : []),
    `${mark} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`,
    ...(found.passedAlone ?? []).map((each) => `    passed at the second try, alone: ${each}`),
    ...found.skipped.map((each) => `    skipped: ${each}`),
  ]
    .join('\n')
    .concat('\n')
}
