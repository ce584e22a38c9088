import { WebSocket as NodeWebSocket } from 'ws'
import { runCommand } from '../command-line.ts'
import { replaceGlobals } from '../drill/network/replace-globals.ts'
import { checkReal, checkSimulated, exitCodeOf, placesIn } from './check.ts'
import { readCheckOptions } from './options.ts'
import { conclusionOf, keep, summaryOf, tableOf } from './report.ts'
import { openSimulation } from './simulate.ts'

// `npm run check`: asks every venue once, politely, through the adapters of the extension, and says what has drifted.

// Node 20 has none of its own.
if (!('WebSocket' in globalThis)) replaceGlobals({ WebSocket: NodeWebSocket })

await runCommand(async () => {
  const { exchanges, seconds, save, json, isSimulated, planted } = readCheckOptions(process.argv.slice(2))
  const say = (line: string) => process.stderr.write(`${line}\n`)
  say('Reading the documented wire of each venue from the simulated ones …')
  const simulation = openSimulation(exchanges)
  const sound = await simulation.probe(exchanges, seconds)
  const places = planted ? placesIn(planted, sound) : []
  if (!isSimulated) say(`Asking ${exchanges.length} venues for ${seconds} s and more, within their budgets …`)
  const { probes, rows } = isSimulated
    ? await checkSimulated(simulation, exchanges, seconds, sound, places)
    : await checkReal(exchanges, seconds, sound, (venue) => say(`${venue} has answered`))
  if (save !== null) await keep(probes, save)
  const report = json ? JSON.stringify(summaryOf(rows)) : `${tableOf(rows)}\n\n${conclusionOf(rows)}`
  // A pipe takes it later than it is written, and the process ends at once.
  await new Promise((done) => process.stdout.write(`${report}\n`, done))
  // A socket that a venue has not closed yet would keep the process.
  process.exit(exitCodeOf(rows))
})
