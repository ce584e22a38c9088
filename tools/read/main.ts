import { runCommand } from '../command-line.ts'
import { readPayloadOptions } from './options.ts'
import { readContracts, readSpot } from './printed.ts'

// `npm run read`: reads one raw payload with its adapter, prints one JSON object a line.
await runCommand(async () => {
  const options = readPayloadOptions(process.argv.slice(2))
  const { rows, dropped, isRefused } = await (options.market === 'spot'
    ? readSpot(options)
    : readContracts(options))
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
  if (dropped > 0 || rows.length === 0) process.stderr.write(`${dropped} dropped\n`)
  if (isRefused) process.exitCode = 1
})
