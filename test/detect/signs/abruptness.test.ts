import { describe, expect, test } from 'vitest'
import { noDrift } from '../../../src/detect/pair/drift.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { momentOf } from '../../../src/detect/signs/moment.ts'
import { recentCount } from '../../../src/detect/pair/recent-count.ts'
import { abruptnessSign } from '../../../src/detect/signs/abruptness.ts'

const begin = Date.UTC(2020, 0, 1)
const symbol = 'SYSBTC'

/** An engine that hears of a pair every five seconds, and how many trades it heard of. */
function listening() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol, base: 'SYS', quote: 'BTC', state: 'trading' }])
  const heard = { engine, at: begin, trades: 1000 }
  tick(heard, 0)
  return heard
}

function tick(heard: { engine: Engine; at: number; trades: number }, trades: number): void {
  heard.trades += trades
  const figures = { last: 1, quoteVolume: 100, count: 500, lastTrade: heard.trades, since: begin }
  const row = { type: 'tick', symbol, base: null, quote: null, at: heard.at, ...figures } as const
  takeTicks(heard.engine, [row], heard.at)
}

/** Lets so many seconds pass with so many trades in every five of them. */
function pass(heard: ReturnType<typeof listening>, seconds: number, trades: number): void {
  for (let second = 0; second < seconds; second += 5) {
    heard.at += 5000
    tick(heard, trades)
  }
}

function pairOf({ engine }: ReturnType<typeof listening>) {
  return engine.data.pairs.get(symbol)!
}

function measured(heard: ReturnType<typeof listening>) {
  const moment = momentOf(pairOf(heard), heard.at, 1, 1, noDrift())
  return { share: abruptnessSign.features[0]!.of(moment), evidence: abruptnessSign.evidence(moment) }
}

describe('the share of five minutes\u2019 trades that came in the last one', () => {
  test('is a fifth or sixth where trading is steady, and no evidence', () => {
    const heard = listening()
    pass(heard, 1800, 2)
    const { share, evidence } = measured(heard)
    expect(share).toBeGreaterThan(1 / 7)
    expect(share).toBeLessThan(1 / 4)
    expect(evidence).toBeNull()
  })

  test('is nearly all where a quiet pair begins to trade, and told as a share', () => {
    const heard = listening()
    pass(heard, 1800, 0)
    pass(heard, 30, 4)
    expect(measured(heard).share).toBe(1)
    pass(heard, 30, 4)
    expect(measured(heard).evidence).toEqual({
      sign: 'abruptness',
      value: 1,
      unit: 'fraction',
      windowMs: 60_000,
      at: heard.at,
    })
  })

  test('falls while the trading goes on', () => {
    const heard = listening()
    pass(heard, 1800, 0)
    const shares = [60, 60, 60, 60, 60].map((seconds) => {
      pass(heard, seconds, 4)
      return measured(heard).share
    })
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(shares.at(-1)).toBeLessThan(0.25)
  })

  test('is not told of a handful of trades', () => {
    const heard = listening()
    pass(heard, 1800, 0)
    pass(heard, 20, 2)
    expect(measured(heard)).toEqual({ share: 1, evidence: null })
  })

  test('is 0 without a trade', () => {
    const heard = listening()
    pass(heard, 600, 0)
    expect(measured(heard).share).toBe(0)
  })
})

test('recent trades are those of whole minutes and the running one, as many as are known', () => {
  const heard = listening()
  const recent = (minutes: number) => recentCount(pairOf(heard), heard.at, minutes)
  // Twelve a minute; what comes at a minute's very beginning belongs to it.
  pass(heard, 600, 1)
  expect([0, 1, 5].map(recent)).toEqual([1, 13, 61])
  pass(heard, 30, 1)
  expect([0, 1, 5].map(recent)).toEqual([7, 19, 67])
  // Across a gap nothing is known.
  heard.at += 600_000
  tick(heard, 500)
  pass(heard, 5, 1)
  expect(recent(5)).toBeLessThan(20)
})
