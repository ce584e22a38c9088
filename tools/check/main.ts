import { WebSocket as NodeWebSocket } from 'ws'
import { runCommand } from '../command-line.ts'
import { replaceGlobals } from '../drill/network/replace-globals.ts'
import { checkReal, checkSimulated, exitCodeOf, placesFor, probeSound } from './check.ts'
import { readCheckOptions } from './options.ts'
import { keep, tableOf } from './report.ts'

// `npm run check`: asks every venue once, politely, through the adapters of the extension, and says what has drifted.

// Node 20 has none of its own.
if (!('WebSocket' in globalThis)) replaceGlobals({ WebSocket: NodeWebSocket })

await runCommand(async () => {
  const { exchanges, seconds, save, json, isSimulated, planted } = readCheckOptions(process.argv.slice(2))
  const say = (line: string) => process.stderr.write(`${line}\n`)
  say('Reading the documented wire of each venue from the simulated ones …')
  const sound = await probeSound(exchanges, seconds)
  const places = planted ? placesFor(planted.drift, planted.call, sound) : []
  if (planted && places.length === 0) say(`${planted.drift.name} cannot happen at '${planted.call}'`)
  if (!isSimulated) say(`Asking ${exchanges.length} venues for ${seconds} s and more, within their budgets …`)
  const { probes, rows } = isSimulated
    ? await checkSimulated(exchanges, seconds, sound, places)
    : await checkReal(exchanges, seconds, sound, (venue) => say(`${venue} has answered`))
  if (save !== null) await keep(probes, save)
  process.stdout.write(json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : `${tableOf(rows)}\n`)
  // A socket that a venue has not closed yet would keep the process.
  process.exit(exitCodeOf(rows))
})
