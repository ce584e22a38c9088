import type { Benchmark } from './benchmark.ts'

/** A benchmark's reported result. */
export interface BenchmarkResult extends Pick<Benchmark, 'id' | 'unit' | 'goal' | 'better'> {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Median, minimum and maximum of a benchmark's rounds. */
export function benchmarkResult(
  { id, unit, goal, better }: Benchmark,
  rounds: readonly number[],
): BenchmarkResult {
  const sorted = rounds.toSorted((a, b) => a - b)
  const fourDigits = (value: number | undefined) => Number((value ?? NaN).toPrecision(4))
  const [median, min, max] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map(fourDigits)
  return { id, median: median!, min: min!, max: max!, unit, goal, better }
}

/** Plain text, one line a benchmark. */
export function table(results: readonly BenchmarkResult[]): string {
  const lines = results.map(({ id, median, min, max, unit, goal }) => {
    const mark = median <= goal ? '✓' : '✗'
    return `${mark} ${id.padEnd(20)} ${String(median).padStart(8)} (${min} – ${max}) ${unit}, goal ${goal}\n`
  })
  return lines.join('')
}
