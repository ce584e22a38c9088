import { mkdir } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import { binance } from '../../src/exchanges/binance.ts'
import { launchChromium } from '../browsers/chromium.ts'
import type { Chromium } from '../browsers/chromium.ts'
import { storedList } from '../browsers/stored-values.ts'
import { installJapanese } from '../setup/install-package.mjs'
import { runCommand } from '../command-line.ts'
import { stories } from '../market-server/scenarios.ts'
import { interrupted } from './interrupted.ts'
import { readStartOptions } from './options.ts'
import { record } from './record.ts'
import { table } from './table.ts'
import { takeDetails, strongestEpisode } from './take-details.ts'
import { openEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'

// `npm start`: the extension in Chromium on a trading page, over a simulated market or the real one.

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Runs to the end of the scenario: pictures, episodes.json and a table. False where no data arrived at all. */
async function runOnce(
  chromium: Chromium,
  page: Page,
  environment: Environment,
  out: string,
): Promise<boolean> {
  await mkdir(out, { recursive: true })
  const stories = await record(chromium, page, environment, out)
  const venues = await storedList(chromium, 'venues')
  if (!venues.some(({ receivedAt }) => receivedAt !== null)) {
    const reason = venues[0]?.reason ?? 'the background did not start'
    process.stderr.write(`No market data reached the extension: ${reason}\n`)
    return false
  }
  const strongest = strongestEpisode(stories, environment.page)
  if (strongest) await takeDetails(chromium, strongest, out)
  print(stories.length > 0 ? table(stories) : 'Nothing was flagged.')
  print(`Pictures and episodes.json are in ${out}`)
  return true
}

/** Runs until the window is closed. */
async function show(chromium: Chromium, environment: Environment): Promise<boolean> {
  print(`${environment.name} is running. Close the window or press Ctrl-C to end.`)
  await new Promise((done) => chromium.browser.once('disconnected', done))
  return true
}

async function start(argv: readonly string[]): Promise<void> {
  const options = readStartOptions(argv)
  if (options.list) {
    for (const { name, about } of stories) print(`${name.padEnd(16)} ${about}`)
    return
  }
  const stop = interrupted()
  if (options.lang === 'ja') installJapanese()
  await build({ mode: 'chrome', logLevel: 'warn' })
  const environment = await openEnvironment(options)
  const chromium = await launchChromium({ ...environment.launch, lang: options.lang, headless: options.once })
  try {
    const page = await chromium.open(binance.pageOf(environment.page, options.lang))
    const run = options.once ? runOnce(chromium, page, environment, options.out) : show(chromium, environment)
    const end = await Promise.race([run, stop])
    process.exitCode = end === 'interrupted' ? 130 : end ? 0 : 1
  } finally {
    await chromium.close()
    await environment.close()
  }
}

await runCommand(() => start(process.argv.slice(2)))
