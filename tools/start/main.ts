import { mkdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import { siteOf } from '../../src/exchanges/registry.ts'
import { launchChromium } from '../browsers/chromium.ts'
import type { Chromium } from '../browsers/chromium.ts'
import { storedList } from '../browsers/stored-values.ts'
import { installJapanese } from '../setup/install-package.mjs'
import { runCommand } from '../command-line.ts'
import { stories } from '../market-server/scenarios.ts'
import { openGuide } from './guide.ts'
import { interrupted } from './interrupted.ts'
import { help, readStartOptions } from './options.ts'
import { play } from './play.ts'
import { record } from './record.ts'
import { table } from './table.ts'
import { takeDetails, strongestEpisode } from './take-details.ts'
import { openEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'

// `npm start`: the extension in Chromium on a trading page, over a simulated market or the real one.

const print = (line: string) => process.stdout.write(`${line}\n`)
/** Progress is no result: it goes to standard error. */
const say = (line: string) => process.stderr.write(`${line}\n`)

/** Runs to the end of the scenario: pictures, episodes.json and a table. False where no data arrived at all. */
async function runOnce(
  chromium: Chromium,
  page: Page,
  environment: Environment,
  out: string,
): Promise<boolean> {
  await mkdir(out, { recursive: true })
  say(`${environment.name} runs without a window, for a minute and a half at most on a quiet machine.`)
  const stories = await record(chromium, page, environment, openGuide(environment, say), out)
  const venues = await storedList(chromium, 'venues')
  if (!venues.some(({ receivedAt }) => receivedAt !== null)) {
    const reason = venues[0]?.reason ?? 'the background did not start'
    say(`No market data reached the extension: ${reason}`)
    return false
  }
  const strongest = strongestEpisode(stories, environment.page)
  if (strongest) await takeDetails(chromium, strongest, out)
  print(stories.length > 0 ? table(stories) : 'Nothing was flagged.')
  print(`Pictures and episodes.json are in ${out}`)
  return true
}

/** In a window the story waits so long at each moment, ms: the reader has to look from the terminal to the page. */
const readingMs = 4_000

/** Plays the scenario in a window, then goes on at ordinary speed until the window is closed. */
async function show(chromium: Chromium, environment: Environment): Promise<boolean> {
  const { name, ends } = environment
  say(`${name} is running. Close the window or press Ctrl-C to end.`)
  const guide = openGuide(environment, say)
  let isOver = false
  const closed = new Promise<true>((done) =>
    chromium.browser.once('disconnected', () => {
      isOver = true
      done(true)
    }),
  )
  let hasEnded = false
  const played = play(chromium, environment, {
    isOver: () => isOver,
    async look({ at, present }) {
      if (guide.update(Math.min(at, ends), present)) await pause(readingMs)
      if (at >= ends && !hasEnded)
        say('The story is over; the market goes on at ordinary speed. Look around.')
      hasEnded ||= at >= ends
    },
  }).catch((error: unknown) => {
    // The window was closed amid a step.
    if (!isOver && chromium.browser.connected) throw error
  })
  await Promise.all([closed, played])
  return true
}

async function start(argv: readonly string[]): Promise<void> {
  const options = readStartOptions(argv)
  if (options.help) return void print(help)
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
    const { venue = 'binance', ...pair } = environment.page
    const page = await chromium.open(siteOf(venue)?.pageOf(pair, options.lang) ?? '')
    const run = options.once ? runOnce(chromium, page, environment, options.out) : show(chromium, environment)
    const end = await Promise.race([run, stop])
    process.exitCode = end === 'interrupted' ? 130 : end ? 0 : 1
  } finally {
    await chromium.close()
    await environment.close()
  }
}

await runCommand(() => start(process.argv.slice(2)))
