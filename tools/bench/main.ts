import { cpus } from 'node:os'
import { build } from 'vite'
import { runCommand } from '../command-line.ts'
import { readBenchOptions } from './options.ts'
import { benchmarkResult, table, type BenchmarkResult } from './benchmark-result.ts'
import { fullSize } from './bench-size.ts'

// `npm run bench`: the cost of the engine and the opening time of the popup. Ratios within one run where
// possible, since machines differ.
await runCommand(async () => {
  const options = readBenchOptions(process.argv.slice(2))
  if (options.benchmarks.some(({ browser }) => browser)) await build({ mode: 'chrome', logLevel: 'warn' })
  const results: BenchmarkResult[] = []
  for (const benchmark of options.benchmarks) {
    process.stderr.write(`${benchmark.id} …\n`)
    results.push(benchmarkResult(benchmark, await benchmark.measure(fullSize)))
  }
  const machine = `${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`
  process.stdout.write(options.json ? `${JSON.stringify({ machine, figures: results })}\n` : table(results))
})
