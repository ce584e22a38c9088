import { requestedSymbol } from '../../src/exchanges/validate/requested-symbol.ts'
import { read } from '../../src/exchanges/validate/read.ts'
import type { Row } from '../../src/market/row.ts'
import { runCommand } from '../command-line.ts'
import { readPayloadOptions } from './options.ts'
import { payloadIn } from './payload.ts'

/** Placeholder for a symbol that neither payload nor URL names. */
const unnamed = '?'

/** A row as printed: a missing symbol is null, a time that the payload did not carry is left out. */
function printed(row: Row, now: number): object {
  if (row.type !== 'tick' && row.type !== 'trade') return row
  const nameless = row.type === 'tick' ? { symbol: null, base: null, quote: null } : { symbol: null }
  const { at, ...rest } = row.symbol === unnamed ? { ...row, ...nameless } : row
  return row.type === 'tick' && at === now ? rest : { ...rest, at }
}

// `npm run read`: reads one raw payload with its adapter, prints one JSON object a line.
await runCommand(async () => {
  const { exchange, kind, url, file } = readPayloadOptions(process.argv.slice(2))
  const payload = await payloadIn(file)
  const now = Date.now()
  const requested = url === null ? undefined : requestedSymbol(exchange, url)
  const { rows, dropped } = read(exchange, kind, payload, now, requested ?? unnamed)
  for (const row of rows) process.stdout.write(`${JSON.stringify(printed(row, now))}\n`)
  if (dropped > 0 || rows.length === 0) process.stderr.write(`${dropped} dropped\n`)
  if (rows.some(({ type }) => type === 'error')) process.exitCode = 1
})
