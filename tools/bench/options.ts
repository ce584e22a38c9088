import { oneOf, readOptions } from '../command-line.ts'
import type { Benchmark } from './benchmark.ts'
import { allBenchmarks } from './all-benchmarks.ts'

/** Options of `npm run bench`. */
export interface BenchOptions {
  readonly benchmarks: readonly Benchmark[]
  readonly json: boolean
}

/** Parses the command line. @throws UsageError on invalid arguments */
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
