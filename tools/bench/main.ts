import { cpus } from 'node:os'
import { build } from 'vite'
import { runCommand } from '../command-line.ts'
import { options } from './options.ts'
import { measuredOf, table, type Measured } from './measured.ts'
import { wholeSize } from './size.ts'

// `npm run bench`: what the engine costs, and how soon the popup is there. Ratios within one run as far as can
// be, since machines differ.
await runCommand(async () => {
  const asked = options(process.argv.slice(2))
  if (asked.figures.some(({ browser }) => browser)) await build({ mode: 'chrome', logLevel: 'warn' })
  const measured: Measured[] = []
  for (const figure of asked.figures) {
    process.stderr.write(`${figure.id} …\n`)
    measured.push(measuredOf(figure, await figure.measure(wholeSize)))
  }
  const machine = `${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`
  process.stdout.write(asked.json ? `${JSON.stringify({ machine, figures: measured })}\n` : table(measured))
})
