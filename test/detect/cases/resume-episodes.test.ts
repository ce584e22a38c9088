import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../../src/detect/cases/resume-episodes.ts'
import { isOpen } from '../../../src/market/episode.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { returnModel } from '../synthetic/return-model.ts'

/** A feed whose first pair has been rising for half a minute. */
function risingFeed(): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(3))
  feed.calm(3600, seeded(5))
  rise(feed, 1, 30)
  return feed
}

function rise(feed: SyntheticFeed, from: number, to: number): void {
  for (let i = from; i <= to; i++)
    feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
}

const ids = (feed: SyntheticFeed) => [...new Set(feed.changes.map(({ id }) => id))]

describe('an episode that was open when the worker was killed', () => {
  test('is resumed where the engine was not saved at all', () => {
    const feed = risingFeed()
    const stored = openEpisodes(feed.engine)
    expect(stored).toHaveLength(1)
    feed.engine = createEngine('binance', 0, returnModel)
    resumeEpisodes(feed.engine, stored)
    expect(openEpisodes(feed.engine)).toEqual(stored)
    rise(feed, 31, 60)
    expect(ids(feed)).toEqual([stored[0]!.id])
    expect(openEpisodes(feed.engine)[0]).toMatchObject({
      lastPrice: 220,
      peakPrice: 220,
      startPrice: stored[0]!.startPrice,
    })
  })

  test('is resumed where the engine was saved before it began', () => {
    const feed = new SyntheticFeed(syntheticSymbols(3))
    feed.calm(3600, seeded(5))
    const saved = structuredClone(feed.engine)
    rise(feed, 1, 30)
    const stored = openEpisodes(feed.engine)
    feed.engine = saved
    resumeEpisodes(feed.engine, stored)
    rise(feed, 31, 60)
    expect(ids(feed)).toEqual([stored[0]!.id])
  })

  test('has not fallen back to the price of an engine that was saved before', () => {
    const feed = new SyntheticFeed(syntheticSymbols(3))
    feed.calm(3600, seeded(5))
    const saved = structuredClone(feed.engine)
    rise(feed, 1, 30)
    const [stored] = openEpisodes(feed.engine)
    feed.engine = saved
    resumeEpisodes(feed.engine, [stored!])
    // The back-fill comes before the first frame.
    feed.follow('SYSUSDT')
    expect(openEpisodes(feed.engine)).toMatchObject([{ lastPrice: 160, phase: stored!.phase }])
  })

  test('is not resumed by an engine where it is a venue gap', () => {
    const stored = openEpisodes(risingFeed().engine).map((card) => ({ ...card, kind: 'venue-gap' as const }))
    const engine = createEngine('binance', 0, returnModel)
    resumeEpisodes(engine, stored)
    expect(openEpisodes(engine)).toEqual([])
  })

  test('keeps its tier, peak and evidence', () => {
    const feed = risingFeed()
    const stored = openEpisodes(feed.engine).map((episode) => ({
      ...episode,
      tier: 'danger' as const,
      peakPrice: 999,
      changedAt: episode.changedAt + 1,
    }))
    resumeEpisodes(feed.engine, stored)
    rise(feed, 31, 40)
    const [episode] = openEpisodes(feed.engine)
    expect(episode).toMatchObject({ tier: 'danger', peakPrice: 999 })
    expect(episode!.evidence.map(({ sign }) => sign)).toEqual(
      expect.arrayContaining(stored[0]!.evidence.map(({ sign }) => sign)),
    )
  })

  test('is not overwritten where the saved engine is newer', () => {
    const feed = risingFeed()
    const stored = openEpisodes(feed.engine)
    rise(feed, 31, 40)
    const newer = openEpisodes(feed.engine)
    resumeEpisodes(feed.engine, stored)
    expect(openEpisodes(feed.engine)).toEqual(newer)
  })

  test('settles when hours have passed, after five minutes that were seen', () => {
    const feed = risingFeed()
    const stored = openEpisodes(feed.engine)
    feed.engine = createEngine('binance', 0, returnModel)
    resumeEpisodes(feed.engine, stored)
    feed.frame(4 * 3_600_000, [{ symbol: 'SYSUSDT', price: 150 }])
    const frames = (count: number) => {
      for (let i = 0; i < count; i++) feed.frame(1000, [{ symbol: 'SYSUSDT', price: 150 }])
    }
    frames(290)
    expect(openEpisodes(feed.engine).filter(isOpen)).toHaveLength(1)
    frames(30)
    expect(ids(feed)).toEqual([stored[0]!.id])
    expect(feed.changes.filter(({ phase }) => phase === 'settled')).toHaveLength(1)
    expect(openEpisodes(feed.engine).filter(isOpen)).toEqual([])
  })

  test('shares no object with the stored episode', () => {
    const feed = risingFeed()
    const stored = openEpisodes(feed.engine)
    const copy = structuredClone(stored)
    feed.engine = createEngine('binance', 0, returnModel)
    resumeEpisodes(feed.engine, stored)
    rise(feed, 31, 60)
    expect(stored).toEqual(copy)
  })
})
