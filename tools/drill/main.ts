import { runInThreads } from '../backtest/threads/run-in-threads.ts'
import { runCommand } from '../command-line.ts'
import type { VenueDrill } from './drill-venue.ts'
import { faults } from './faults/all.ts'
import type { Row } from './judge/row.ts'
import { readDrillOptions } from './options.ts'
import { lineOf, summaryOf } from './report.ts'

// `npm run drill [-- --list] [--venue ID|all] [--fault NAME|all] [--seed N] [--json]`: plays a pump at each venue
// with each fault laid over its beginning, through the background's own code, and judges what was told.
await runCommand(async () => {
  const options = readDrillOptions(process.argv.slice(2))
  if (options.list) {
    const list = faults.map(({ name, about }) => ({ name, about }))
    const lines = options.json
      ? [JSON.stringify(list)]
      : list.map(({ name, about }) => `${name.padEnd(20)} ${about}`)
    process.stdout.write(`${lines.join('\n')}\n`)
    return
  }
  const rows: Row[] = []
  const drills = options.venues.map((venue) => ({ venue, faults: options.faults, seed: options.seed }))
  const script = new URL('drill-thread.ts', import.meta.url)
  for await (const some of runInThreads<VenueDrill, readonly Row[]>(script, null, drills)) {
    rows.push(...some)
    process.stderr.write(`${rows.length} of ${drills.length * options.faults.length}\n`)
    if (!options.json) for (const row of some) process.stdout.write(`${lineOf(row)}\n`)
  }
  const summary = summaryOf(rows)
  const counts = `${summary.passed} passed, ${summary.failed} failed`
  process.stdout.write(`${options.json ? JSON.stringify(summary) : counts}\n`)
  process.exitCode = summary.failed > 0 ? 1 : 0
})
