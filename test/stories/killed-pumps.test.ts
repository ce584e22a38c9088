import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { describe, expect, test } from 'vitest'
import { nextRecord } from '../../src/background/storage/engine-journal.ts'
import { saveMs } from '../../src/background/storage/engine-saver.ts'
import { engineOfStored } from '../../src/background/storage/engine-store.ts'
import { openEpisodes } from '../../src/detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../src/detect/cases/resume-episodes.ts'
import { createEngine, type Engine } from '../../src/detect/engine-state.ts'
import { forgetTradeFeeds } from '../../src/detect/pair/followed-pairs.ts'
import type { Episode } from '../../src/market/episode.ts'
import type { Listing } from '../../src/market/pair.ts'
import { readerOf } from '../../tools/backtest/input/reader-of.ts'
import { createReading, rowsOf } from '../../tools/backtest/input/rows-of.ts'
import { type Detector, detectorOf } from '../../tools/backtest/replay/detector.ts'
import { endReplay, playTrade } from '../../tools/backtest/replay/play-trade.ts'
import { createTradeReplay } from '../../tools/backtest/replay/trade-replay.ts'

// The recorded pumps again, from hours before the announcement on, with a worker that is killed every seven
// minutes and woken by its alarm half a minute later. `PUMPS=137` plays all of them.

const data = fileURLToPath(new URL('../../../shared/data/pump-trades', import.meta.url))
const pumps = Number(process.env.PUMPS ?? 4)

const [beforeMs, afterMs, hourMs] = [5 * 3_600_000, 2 * 3_600_000, 3_600_000]
/** Another pair of the venue trades once in a while: a venue where none did for an hour has no clock. */
const otherMs = 1_200_000
const lifeMs = 7 * 60_000
const wakeMs = 30_000
const firstSaveMs = 10_000

/** A detector whose worker is killed again and again, and wakes with what was stored last. */
function mortal(): Detector {
  let engine: Engine = createEngine('binance')
  let detector = detectorOf(engine)
  let listed: readonly Listing[] = []
  let stored: Buffer[] = []
  let journal: ReturnType<typeof nextRecord>['journal'] | undefined
  let [awakeAt, savesAt, now] = [-Infinity, 0, 0]
  let episodes: readonly Episode[] = []

  function save(at: number): void {
    const next = nextRecord(engine, journal)
    journal = next.journal
    stored = [...(journal.entries > 0 ? stored : []), serialize(next.value)]
    savesAt = at + saveMs
  }
  function wake(at: number): void {
    const [snapshot, ...entries] = stored.map((value) => deserialize(value) as unknown)
    const { value, faults } = engineOfStored(snapshot, 'binance', at, entries)
    expect(faults).toEqual([])
    engine = value ?? createEngine('binance')
    forgetTradeFeeds(engine.data)
    resumeEpisodes(engine, JSON.parse(JSON.stringify(episodes)) as Episode[])
    detector = detectorOf(engine)
    detector.list(listed)
    journal = undefined
  }
  /** Whether the worker lives at that time. */
  function lives(at: number): boolean {
    now = at
    if (awakeAt === -Infinity) [awakeAt, savesAt] = [at, at + firstSaveMs]
    if (at >= awakeAt && at - awakeAt >= lifeMs) {
      episodes = openEpisodes(engine)
      // Dead since its time was over, until the alarm.
      awakeAt += Math.floor((at - awakeAt) / lifeMs) * lifeMs + wakeMs
      wake(awakeAt)
      savesAt = awakeAt + firstSaveMs
    }
    if (at < awakeAt) return false
    if (at >= savesAt) save(at)
    return true
  }
  return {
    list(listings) {
      listed = [...listed, ...listings]
      detector.list(listings)
    },
    ticks: (ticks, at) => (lives(at) ? detector.ticks(ticks, at) : []),
    trades: (symbol, trades, at) => (lives(at) ? detector.trades(symbol, trades, at) : []),
    backfill: (symbol, trades, at) => (lives(at) ? detector.backfill(symbol, trades, at) : []),
    // The worker that wakes asks for the trades anew, and for those that it missed; its tape stays.
    follows: () => (now >= awakeAt ? detector.follows() : []),
    unfollow: (symbol) => (now >= awakeAt ? detector.unfollow(symbol) : undefined),
    quietUntil: () => Math.min(detector.quietUntil(), savesAt, awakeAt + lifeMs),
  }
}

interface Outcome {
  /** Episodes told of as Warnings or more: near the announcement, and elsewhere. */
  readonly near: number
  readonly elsewhere: number
}

/** The detector of a venue with another pair. */
function inCompany(detector: Detector): Detector {
  let otherAt = 0
  const other = {
    type: 'tick',
    symbol: 'ETHBTC',
    base: null,
    quote: null,
    last: 0.03,
    quoteVolume: 1,
  } as const
  return {
    ...detector,
    ticks(ticks, at) {
      if (at - otherAt < otherMs) return detector.ticks(ticks, at)
      otherAt = at
      return detector.ticks([...ticks, { ...other, at }], at)
    },
  }
}

async function play(name: string, detector: Detector): Promise<Outcome> {
  const [, base, day, hour, minute] = /^([A-Z]+)_([\d-]+)_(\d\d)\.(\d\d)/.exec(name)!
  const announced = Date.parse(`${day}T${hour}:${minute}:00Z`)
  const symbol = `${base}BTC`
  detector.list([{ type: 'symbol', symbol, base: base!, quote: 'BTC', state: 'trading' }])
  const replay = createTradeReplay(inCompany(detector), symbol, true)
  const file = `${data}/${name}`
  const { headed, reader } = await readerOf(file, 'trades')
  let newest = 0
  for await (const trades of rowsOf(file, headed, reader(symbol), createReading()))
    for (const trade of trades)
      if (trade.at > announced - beforeMs && trade.at < announced + afterMs && trade.at >= newest) {
        newest = trade.at
        playTrade(replay, trade)
      }
  endReplay(replay)
  const loud = replay.book.alerts.filter(({ tier }) => tier !== 'notice')
  const begun = new Map([...loud].reverse().map(({ episode, at }) => [episode, at]))
  const near = [...begun.values()].filter((at) => at > announced - hourMs)
  return { near: Math.min(1, near.length), elsewhere: begun.size - near.length }
}

describe.skipIf(!existsSync(data))('recorded pumps (skipped where ../shared/data is absent)', () => {
  test(
    'a worker killed every seven minutes tells them all but one, and no more than one beside',
    { timeout: 3_600_000 },
    async () => {
      const files = readdirSync(data).filter((name) => name.endsWith('.csv.gz'))
      const chosen = files.filter(
        (_, i) => Math.floor((i * pumps) / files.length) !== Math.floor(((i - 1) * pumps) / files.length),
      )
      const sum = { near: 0, elsewhere: 0, nearKilled: 0, elsewhereKilled: 0 }
      for (const name of chosen) {
        const [whole, killed] = [
          await play(name, detectorOf(createEngine('binance'))),
          await play(name, mortal()),
        ]
        sum.near += whole.near
        sum.elsewhere += whole.elsewhere
        sum.nearKilled += killed.near
        sum.elsewhereKilled += killed.elsewhere
        if (process.env.PUMPS) console.log(name, whole, killed)
      }
      if (process.env.PUMPS) console.log(chosen.length, sum)
      expect(sum.near).toBeGreaterThan(chosen.length / 2)
      expect(Math.abs(sum.nearKilled - sum.near)).toBeLessThanOrEqual(1)
      expect(sum.elsewhereKilled - sum.elsewhere).toBeLessThanOrEqual(1)
    },
  )
})
