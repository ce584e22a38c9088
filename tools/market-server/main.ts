import { parseArgs } from 'node:util'
import { openRecorded } from './recorded.ts'
import { openScenario, stories } from './scenarios.ts'
import { startMarketServer } from './server.ts'

const options = {
  scenario: { type: 'string', default: 'sys-incident' },
  recorded: { type: 'string' },
  port: { type: 'string', default: '9443' },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const

/** `npx tsx tools/market-server/main.ts --scenario NAME --port N`: serves until interrupted, prints its port. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.list) {
    for (const { name, about } of stories) console.log(`${name.padEnd(16)} ${about}`)
    return
  }
  const seed = Number(values.seed)
  const chosen = values.speed === undefined ? { seed } : { seed, speed: Number(values.speed) }
  const scenario = values.recorded
    ? openRecorded(values.recorded.split(','))
    : openScenario(values.scenario, chosen)
  const server = await startMarketServer({ scenario, port: Number(values.port) })
  const { base, quote } = scenario.page
  console.log(`${scenario.name} on port ${server.port}: https://www.binance.com/en/trade/${base}_${quote}`)
  void server.done.then(() => console.log('The story is told; time runs on at its ordinary speed.'))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
