import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { expect, test, vi } from 'vitest'
import { binance } from '../../src/exchanges/binance.ts'
import type { Episode } from '../../src/market/episode.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { type FlowBias, type Plot, through } from '../../tools/market-server/generated/plot.ts'
import { pumpBegins, pumpedCoin, pumpEverywhere } from '../../tools/market-server/stories/pump-everywhere.ts'
import type { Story } from '../../tools/market-server/stories/story.ts'
import browser, { stub } from '../shared/browser-stub.ts'
import { endBackground, killBackground, openBusyMarket, wakeBackground } from './simulated/background.ts'
import { Life, mortalBrowser, mortalIdb } from './simulated/life.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

// The worker is killed in the midst of what it writes and shows, from its first run on, and is woken at once: what
// it was about to do is not done, the frames of the moment are lost. `KILLS=200 npx vitest run --project background
// test/background/killed` kills it more often.

const kills = Number(process.env.KILLS ?? 3)
const killsPerRun = 4
const runMs = process.env.KILLS ? 240_000 : 150_000
const stepMs = 500

/** What the trader has in the end: episodes, and what was notified of, without the times in their ids. */
interface Outcome {
  readonly episodes: readonly string[]
  readonly notified: readonly string[]
  /** What was written and shown, in order. */
  readonly done: readonly string[]
  /** How often the worker was killed. */
  readonly killed: number
}

/** ln of the price relative to the start: a rise that nobody takes for anything less than a Danger. */
const rise = through([
  [pumpBegins, 0],
  [pumpBegins + 40_000, 0.36],
  [pumpBegins + 200_000, 0.38],
])
const bought: FlowBias = { pace: 60, size: 4, buys: 0.95, rush: 0.6 }
const plot: Plot = {
  coin: (name) => (name === pumpedCoin ? { shift: rise, from: pumpBegins } : null),
  bias: ({ base }) => (base === pumpedCoin ? { from: pumpBegins, at: () => bought } : null),
  forced: [],
}
const story: Story = { ...pumpEverywhere, plot: () => plot }

let network: SimulatedNetwork

async function prepare(): Promise<void> {
  await stub.reset()
  await deleteDB('keiho')
  // The database of the first version: the first worker migrates it.
  const db = await openDB('keiho', 1, { upgrade: (old) => void old.createObjectStore('engines') })
  db.close()
  binance.hosts.forEach((host) => stub.granted.add(host))
}

/** Runs the background through the rise of a coin. @param deaths numbers of the writes after which it is killed */
async function run(deaths: ReadonlySet<number>): Promise<Outcome> {
  await prepare()
  network = openSimulatedNetwork(openBusyMarket(story), ['binance'])
  const done: string[] = []
  let killed = 0
  let life = new Life()
  const begin = async (isFirst: boolean) => {
    const own = new Life()
    const onDone = (name: string) => {
      done.push(name)
      if (deaths.has(done.length)) own.end()
    }
    life = own
    vi.doMock('idb', () => mortalIdb(own, onDone))
    await wakeBackground(mortalBrowser(own, onDone))
    if (isFirst) browser.runtime.onInstalled.fire({ reason: 'install' })
  }
  await begin(true)
  for (let passed = 0; passed < runMs; passed += stepMs) {
    await network.pass(stepMs)
    if (!life.isOver) continue
    killed++
    killBackground(network)
    await begin(false)
  }
  life.end()
  const stored = (await browser.storage.local.get('episodes')) as { episodes: string }
  const episodes = JSON.parse(stored.episodes) as Episode[]
  const notified = stub.everNotified.map(
    ({ id, title }) => `${id.replace(/\d{13}/, '')} ${title.replace(/ \S+%$/, '')}`,
  )
  await endBackground(network)
  vi.doUnmock('idb')
  return {
    episodes: episodes.map(({ symbol, kind, tier }) => `${symbol} ${kind} ${tier}`).sort(),
    notified: notified.sort(),
    done,
    killed,
  }
}

test(
  'a worker killed at any instant tells what it would have told, once',
  { timeout: 3_600_000 },
  async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const whole = await run(new Set())
    expect(whole.notified).toHaveLength(2)
    const random = seeded(7)
    const differences: string[] = []
    // First where a notification was shown and not yet remembered, then where it was about to be shown.
    const shown = whole.done.indexOf('create', 10) + 1
    const first = [[shown], [shown - 1]]
    let killed = 0
    while (killed < kills) {
      const numbers = Array.from({ length: killsPerRun }, () => 1 + Math.floor(random() * whole.done.length))
      const deaths = first.shift() ?? numbers
      const { episodes, notified, ...cut } = await run(new Set(deaths))
      killed += cut.killed
      const was = JSON.stringify([episodes, notified])
      if (was !== JSON.stringify([whole.episodes, whole.notified]))
        differences.push(`${deaths.map((n) => `${n} ${cut.done[n - 1]}`).join(', ')}: ${was}`)
    }
    expect(differences).toEqual([])
    if (process.env.KILLS) console.log(`killed ${killed} times`)
  },
)
