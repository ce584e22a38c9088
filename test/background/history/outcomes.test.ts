import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { clearHistory, saveEpisodes, dueRows, pastEpisodes } from '../../../src/background/history/history.ts'
import { type PriceSources, measureOutcomes } from '../../../src/background/history/outcomes.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import type { Candle } from '../../../src/market/row.ts'
import { SyntheticFeed } from '../../detect/synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { exampleEpisode } from '../simulated/example-episode.ts'

const minute = 60_000
const symbol = 'SYSUSDT'

beforeEach(clearHistory)

/** An episode of SYS that begins now, and a feed that continues. */
async function beginEpisode(): Promise<{ feed: SyntheticFeed; startedAt: number }> {
  const feed = new SyntheticFeed([symbol])
  feed.calm(300, seeded(1))
  const startedAt = feed.at
  await saveEpisodes([exampleEpisode({ symbol, base: 'SYS', quote: 'USDT', startedAt })], startedAt)
  return { feed, startedAt }
}

function continueFeed(feed: SyntheticFeed, minutes: number, price: number): void {
  for (let i = 0; i < minutes * 6; i++) feed.frame(10_000, [{ symbol, price }])
}

const sourcesOf = (
  feed: SyntheticFeed | null,
  candles: PriceSources['candles'] = () => Promise.resolve([]),
) => ({
  engines: () => (feed ? [feed.engine] : []),
  candles,
})
const outcome = async () => (await pastEpisodes({ pair: null, before: null, most: 1 }))[0]!.outcome

function candlesAt(from: number, closes: readonly number[]): Candle[] {
  const first = Math.floor(from / minute) * minute
  return closes.map((close, i) => ({
    type: 'candle',
    at: first + i * minute,
    open: close,
    high: close,
    low: close,
    close,
    baseVolume: 1,
    quoteVolume: 1,
  }))
}

describe('an outcome', () => {
  test('is the engine’s price at the end of its minute, and null before', async () => {
    const { feed } = await beginEpisode()
    continueFeed(feed, 14, 110)
    await measureOutcomes(sourcesOf(feed), feed.at)
    expect(await outcome()).toEqual({ after15min: null, after1h: null, after24h: null })
    continueFeed(feed, 3, 120)
    continueFeed(feed, 10, 90)
    await measureOutcomes(sourcesOf(feed), feed.at)
    expect((await outcome()).after15min).toBeCloseTo(1.2, 3)
    expect((await outcome()).after1h).toBeNull()
  })

  test('of hours in which the worker was dead comes from the venue’s candles', async () => {
    const { feed, startedAt } = await beginEpisode()
    continueFeed(feed, 17, 120)
    await measureOutcomes(sourcesOf(feed), feed.at)
    // Killed and woken two hours later: a fresh engine, and the row in the store.
    const woken = new SyntheticFeed([symbol])
    woken.at = startedAt + 120 * minute
    continueFeed(woken, 2, 50)
    const closes = Array.from({ length: 122 }, (_, i) => (i === 60 ? 80 : 70))
    let requests = 0
    const sources = sourcesOf(woken, () => {
      requests++
      return Promise.resolve(candlesAt(startedAt, closes))
    })
    await measureOutcomes(sources, woken.at)
    expect((await outcome()).after1h).toBeCloseTo(0.8, 9)
    expect((await outcome()).after15min).toBeCloseTo(1.2, 3)
    await measureOutcomes(sources, woken.at)
    expect(requests).toBe(1)
  })

  test('is unknown for good after six attempts without a price', async () => {
    const { startedAt } = await beginEpisode()
    const gone = new SyntheticFeed(['OTHERUSDT'])
    gone.at = startedAt + 30 * minute
    gone.frame(1000, [{ symbol: 'OTHERUSDT', price: 1 }])
    let requests = 0
    const sources = sourcesOf(gone, () => {
      requests++
      return Promise.resolve([])
    })
    for (let i = 0; i < 20; i++) await measureOutcomes(sources, gone.at)
    expect(requests).toBe(6)
    expect((await outcome()).after15min).toBeNull()
    // The next horizon is now the one that is due.
    const [row] = await dueRows(startedAt + 10 * 60 * minute, 10)
    expect(row).toMatchObject({ prices: { after15min: null }, due: startedAt + 60 * minute, tries: 0 })
  })

  test('of a venue that is not watched is unknown after a day', async () => {
    const { startedAt } = await beginEpisode()
    await measureOutcomes(sourcesOf(null), startedAt + 60 * minute)
    expect(await dueRows(startedAt + 15 * minute, 10)).toHaveLength(1)
    for (let i = 0; i < 3; i++) await measureOutcomes(sourcesOf(null), startedAt + 3 * 1440 * minute)
    expect(await dueRows(Infinity, 10)).toEqual([])
  })

  test('of a market is known only while its episode is open', async () => {
    const { feed, startedAt } = await beginEpisode()
    const market = {
      id: 'm',
      symbol: null,
      base: null,
      quote: null,
      kind: 'market-wide',
      startPrice: 1,
    } as const
    const running = exampleEpisode({
      ...market,
      startedAt,
      updatedAt: startedAt + 16 * minute,
      lastPrice: 0.93,
    })
    await saveEpisodes([running], startedAt)
    continueFeed(feed, 17, 100)
    await measureOutcomes(sourcesOf(feed), feed.at)
    const past = await pastEpisodes({ pair: 'binance:*', before: null, most: 1 })
    expect(past[0]!.outcome.after15min).toBeCloseTo(0.93, 9)
  })

  test('waits until the engine has caught up', async () => {
    const { startedAt } = await beginEpisode()
    const cold = { engines: () => [createEngine('binance')], candles: () => Promise.resolve([]) }
    await measureOutcomes(cold, startedAt + 60 * minute)
    expect((await dueRows(Infinity, 1))[0]).toMatchObject({ prices: {}, tries: 0 })
  })
})
