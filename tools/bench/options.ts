import { oneOf, readOptions } from '../command-line.ts'
import type { Benchmark } from './benchmark.ts'
import { allBenchmarks } from './all-benchmarks.ts'

/** What the caller of `npm run bench` asked for. */
export interface BenchOptions {
  readonly benchmarks: readonly Benchmark[]
  readonly json: boolean
}

/** Reads the command line. @throws UsageError on anything that is not understood */
export function readBenchOptions(argv: readonly string[]): BenchOptions {
  const { values } = readOptions(
    { only: { type: 'string' }, json: { type: 'boolean', default: false } },
    argv,
  )
  if (values.only === undefined) return { benchmarks: allBenchmarks, json: values.json }
  const ids = allBenchmarks.map(({ id }) => id)
  const only = oneOf('--only', values.only, ids)
  return { benchmarks: allBenchmarks.filter(({ id }) => id === only), json: values.json }
}
