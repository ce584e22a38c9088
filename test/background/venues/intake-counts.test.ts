import { describe, expect, test } from 'vitest'
import { createIntake } from '../../../src/background/venues/intake.ts'
import type { Candle } from '../../../src/market/row.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'

const now = 1_790_000_000_000
const tick = (symbol: string, at: number): Tick => ({
  type: 'tick',
  symbol,
  base: null,
  quote: null,
  at,
  last: 1,
})

function open() {
  const taken = { dropped: 0 }
  const intake = createIntake('binance', null, {
    onTicks: () => undefined,
    onEpisodesChanged: () => undefined,
    onStartOver: () => undefined,
    onDropped: (rows) => void (taken.dropped += rows),
  })
  return { intake, taken }
}

test('rows ahead of their frame are left out and counted', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now + 60_001)], 'stream')
  expect([...intake.engine.data.pairs.keys()]).toEqual(['A', 'B'])
  expect(taken.dropped).toBe(1)
})

test('a row is not ahead of its frame because other rows are old, where the venue says when it sent them', () => {
  const { intake, taken } = open()
  const old = ['A', 'B', 'C'].map((symbol) => tick(symbol, now - 3_600_000))
  intake.takeFrame([...old, tick('D', now)], 'poll', now)
  expect(intake.engine.data.pairs.get('D')).toMatchObject({ at: now })
  expect(taken.dropped).toBe(0)
})

test('rows older than what is known of their pair are left out and counted', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now)], 'stream')
  intake.takeFrame([tick('A', now - 5000), tick('B', now), tick('C', now + 1000)], 'stream')
  expect(taken.dropped).toBe(1)
})

test('a frame of doubtful time is counted row by row', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now)], 'stream')
  expect(intake.takeFrame([tick('A', now + 1e9)], 'stream')).toBe(false)
  expect(taken.dropped).toBe(1)
})

describe('trades and candles of a clock that is not the market’s', () => {
  const trade = (at: number): Trade => ({ type: 'trade', symbol: 'A', price: 1, amount: 1, side: 'buy', at })
  const candle = (at: number): Candle => {
    return { type: 'candle', at, open: 1, high: 1, low: 1, close: 1, baseVolume: 60, quoteVolume: 60 }
  }
  function followed() {
    const { intake, taken } = open()
    intake.takeFrame([tick('A', now), tick('B', now)], 'stream')
    const tapeAt = () => intake.engine.data.pairs.get('A')!.tape?.at ?? 0
    return { intake, taken, tapeAt }
  }

  test('are left out and counted, though two agree: the tape would see no later trade for as long', () => {
    for (const ahead of [601_000, 86_400_000, 2e12 - now]) {
      const { intake, taken, tapeAt } = followed()
      intake.takeTrades('A', [trade(now + ahead), trade(now + ahead + 50)])
      intake.takeBackfill('A', [trade(now - 2000), trade(now + ahead), trade(now + ahead + 50)])
      expect([tapeAt(), taken.dropped]).toEqual([now - 2000, 4])
    }
  })

  test('of years ago neither', () => {
    const { intake, taken, tapeAt } = followed()
    intake.takeTrades('A', [trade(now - 4e11), trade(now)])
    expect([tapeAt(), taken.dropped]).toEqual([now, 1])
  })

  test('a candle of years ago does not make a young baseline old, and the order does not matter', () => {
    const { intake, taken } = followed()
    const minutes = Array.from({ length: 90 }, (_, i) => candle(now - (i + 2) * 60_000))
    intake.takeHistory('A', [...minutes, candle(now - 4e11), candle(now + 4e11)])
    expect(taken.dropped).toBe(2)
    const { baseline } = intake.engine.data.tables
    expect(baseline.minutes[0]).toBeLessThan(100)
    expect(baseline.turnover.value[0]).toBeCloseTo(60, 0)
  })

  test('before the first frame nothing is known of the market’s clock, and all are taken', () => {
    const { intake, taken } = open()
    intake.takeTrades('A', [trade(now)])
    expect(taken.dropped).toBe(0)
  })
})
