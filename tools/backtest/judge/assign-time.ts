import type { TimeSpan } from './announcement.ts'
import type { RecordedRun } from './recorded-run.ts'

/** The first day of a recording is warm-up: baselines form, nothing is counted. */
const warmUpMs = 86_400_000

/** A run with the periods it is counted for. */
export interface OwnedRun<Run extends RecordedRun = RecordedRun> {
  readonly run: Run
  readonly owned: TimeSpan
}

/**
 * Divides time among the runs of each pair, so that overlapping recordings count nothing twice: each moment
 * belongs to the run that started first and so knows most. Runs left without time are dropped.
 */
export function assignTime<Run extends RecordedRun>(runs: readonly Run[]): OwnedRun<Run>[] {
  const taken = new Map<string, number>()
  const owned: OwnedRun<Run>[] = []
  for (const run of runs.toSorted((a, b) => a.recordedFrom - b.recordedFrom)) {
    const key = `${run.venue}:${run.pair}`
    const from = Math.max(run.covered.from, run.recordedFrom + warmUpMs, taken.get(key) ?? 0)
    const { to } = run.covered
    if (to <= from) continue
    owned.push({ run, owned: { from, to } })
    // The next period begins where this one ends; a moment on the border belongs to the earlier run.
    taken.set(key, to + 1)
  }
  return owned
}
