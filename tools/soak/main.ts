import { installed } from '../simulated-browser/install.ts'
import 'fake-indexeddb/auto'
import { runCommand } from '../command-line.ts'
import { readSoakOptions } from './options.ts'
import { summaryOf, wrongIn } from './report.ts'
import { soak } from './soak.ts'

// `npm run soak [-- --hours N] [--seed N] [--venue ID]… [--json]`: lets simulated hours pass over the background, with
// two pumps, a crash and faults of the drill, and looks at its memory, its storage and what it told.

/** Warnings of the background are many in hours of faults. */
console.warn = () => undefined

const textOf = ({ hours, heapRatio, storedBytes, expected, told, double }: ReturnType<typeof summaryOf>) =>
  `${hours} h: heap × ${heapRatio}, ${storedBytes} bytes stored, ${told} of ${expected} told, ${double} double`

await runCommand(async () => {
  const options = readSoakOptions(process.argv.slice(2))
  const begun = process.hrtime.bigint()
  const report = await soak(
    options,
    installed,
    () => import('../../src/background/main.ts'),
    ({ hour, heapBytes, stored, faults, notifications, requests }) => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9
      const figures = [
        `hour ${hour.toFixed(1)} after ${Math.round(seconds)} s`,
        `heap ${(heapBytes / 1e6).toFixed(1)} MB`,
        `stored ${Math.round(stored.local / 1e3)} + ${Math.round(stored.database / 1e3)} kB`,
        `${faults} faults, ${requests} requests, ${notifications} notifications`,
      ]
      process.stderr.write(`${figures.join(', ')}\n`)
    },
  )
  const summary = summaryOf(report)
  const wrong = wrongIn(report)
  for (const line of wrong) process.stderr.write(`✗ ${line}\n`)
  process.stdout.write(`${options.json ? JSON.stringify(summary) : textOf(summary)}\n`)
  // The background goes on until its process ends.
  process.exit(wrong.length > 0 ? 1 : 0)
})
