import { describe, expect, test } from 'vitest'
import { noDrift } from '../../../src/detect/pair/price/drift.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { momentOf } from '../../../src/detect/signs/moment.ts'
import { recentCount } from '../../../src/detect/pair/recent-count.ts'
import { abruptnessSign } from '../../../src/detect/signs/abruptness.ts'

const begin = Date.UTC(2020, 0, 1)
const symbol = 'SYSBTC'

/** An engine with one pair that ticks every five seconds, and the trades counted so far. */
function tradingPair() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol, base: 'SYS', quote: 'BTC', state: 'trading' }])
  const feed = { engine, at: begin, trades: 1000 }
  tick(feed, 0)
  return feed
}

function tick(feed: { engine: Engine; at: number; trades: number }, trades: number): void {
  feed.trades += trades
  const figures = { last: 1, quoteVolume: 100, count: 500, lastTrade: feed.trades, since: begin }
  const row = { type: 'tick', symbol, base: null, quote: null, at: feed.at, ...figures } as const
  takeTicks(feed.engine, [row], feed.at)
}

/** Advances by so many seconds, with `trades` trades in every five of them. */
function trade(feed: ReturnType<typeof tradingPair>, seconds: number, trades: number): void {
  for (let second = 0; second < seconds; second += 5) {
    feed.at += 5000
    tick(feed, trades)
  }
}

function pairOf({ engine }: ReturnType<typeof tradingPair>) {
  return engine.data.pairs.get(symbol)!
}

function abruptnessOf(feed: ReturnType<typeof tradingPair>) {
  const moment = momentOf(pairOf(feed), feed.at, 1, 1, noDrift())
  return { share: abruptnessSign.features[0]!.of(moment), evidence: abruptnessSign.evidence(moment) }
}

describe('the share of five minutes\u2019 trades that came in the last one', () => {
  test('is a fifth or sixth in steady trading, and no evidence', () => {
    const feed = tradingPair()
    trade(feed, 1800, 2)
    const { share, evidence } = abruptnessOf(feed)
    expect(share).toBeGreaterThan(1 / 7)
    expect(share).toBeLessThan(1 / 4)
    expect(evidence).toBeNull()
  })

  test('is nearly one where a quiet pair begins to trade, and is evidence', () => {
    const feed = tradingPair()
    trade(feed, 1800, 0)
    trade(feed, 30, 4)
    expect(abruptnessOf(feed).share).toBe(1)
    trade(feed, 30, 4)
    expect(abruptnessOf(feed).evidence).toEqual({
      sign: 'abruptness',
      value: 1,
      unit: 'fraction',
      windowMs: 60_000,
      at: feed.at,
    })
  })

  test('falls while trading continues', () => {
    const feed = tradingPair()
    trade(feed, 1800, 0)
    const shares = [60, 60, 60, 60, 60].map((seconds) => {
      trade(feed, seconds, 4)
      return abruptnessOf(feed).share
    })
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(shares.at(-1)).toBeLessThan(0.25)
  })

  test('is no evidence with a handful of trades', () => {
    const feed = tradingPair()
    trade(feed, 1800, 0)
    trade(feed, 20, 2)
    expect(abruptnessOf(feed)).toEqual({ share: 1, evidence: null })
  })

  test('is 0 without a trade', () => {
    const feed = tradingPair()
    trade(feed, 600, 0)
    expect(abruptnessOf(feed).share).toBe(0)
  })
})

test('the recent count covers the running minute and the known whole minutes before it', () => {
  const feed = tradingPair()
  const recent = (minutes: number) => recentCount(pairOf(feed), feed.at, minutes)
  // Twelve a minute; a trade at the very beginning of a minute belongs to it.
  trade(feed, 600, 1)
  expect([0, 1, 5].map(recent)).toEqual([1, 13, 61])
  trade(feed, 30, 1)
  expect([0, 1, 5].map(recent)).toEqual([7, 19, 67])
  // Nothing is known before a data gap.
  feed.at += 600_000
  tick(feed, 500)
  trade(feed, 5, 1)
  expect(recent(5)).toBeLessThan(20)
})
