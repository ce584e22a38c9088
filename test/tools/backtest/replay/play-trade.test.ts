import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../../../src/detect/engine-state.ts'
import type { Trade } from '../../../../src/market/trade.ts'
import { type Detector, detectorOf } from '../../../../tools/backtest/replay/detector.ts'
import { seeded } from '../../../../tools/examples/seeded.ts'
import { endReplay, playTrade } from '../../../../tools/backtest/replay/play-trade.ts'
import { recorder, type Call } from './recorder.ts'
import { createTradeReplay } from '../../../../tools/backtest/replay/trade-replay.ts'

const start = 1_530_668_400_000

function tradeAt(at: number): Trade {
  return { type: 'trade', symbol: 'SYSBTC', price: 1, amount: 1, side: 'buy', at }
}

function play(trades: readonly Trade[], wants: (at: number) => boolean, confirm = true): Call[] {
  const { detector, calls } = recorder(wants)
  const replay = createTradeReplay(detector, 'SYSBTC', confirm)
  for (const trade of trades) playTrade(replay, trade)
  endReplay(replay)
  return calls
}

const times = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ max: 3_600_000, min: 0 }),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((pauses) => {
    let at = start
    return pauses.map((pause) => tradeAt((at += pause)))
  })

test('each second with trades gives one tick at its end; no trade is lost or early', () => {
  fc.assert(
    fc.property(times, (trades) => {
      const frames = play(trades, () => false).filter(({ ticks }) => ticks.length > 0)
      const seconds = new Set(trades.map(({ at }) => Math.floor(at / 1000) * 1000 + 1000))
      expect(frames.map(({ at }) => at)).toEqual([...seconds])
      for (const { at, ticks } of frames) {
        expect(ticks[0]?.lastTrade).toBe(trades.filter((trade) => trade.at < at).length)
      }
    }),
  )
})

test('time never runs backwards, and the feed never pauses for more than a minute', () => {
  fc.assert(
    fc.property(times, (trades) => {
      const calls = play(trades, (at) => at % 7 === 0)
      calls.slice(1).forEach(({ at }, before) => expect(at).toBeGreaterThanOrEqual(calls[before]!.at))
      const frames = calls.filter(({ what }) => what === 'frame').map(({ at }) => at)
      frames.slice(1).forEach((at, before) => {
        expect(at).toBeGreaterThan(frames[before]!)
        expect(at - frames[before]!).toBeLessThanOrEqual(60_000)
      })
    }),
  )
})

test('every tick follows a frame a second earlier, as on a live feed', () => {
  fc.assert(
    fc.property(times, (trades) => {
      const frames = play(trades, () => false)
      frames.slice(1).forEach(({ at, ticks }, before) => {
        if (ticks.length > 0) expect(at - frames[before]!.at).toBe(1000)
      })
    }),
  )
})

test('once followed, every trade arrives exactly once: by back-fill a second later, then live', () => {
  fc.assert(
    fc.property(times, (trades) => {
      const calls = play(trades, () => true)
      const arrival = calls[0]!.at + 1000
      const told = calls.filter(({ what }) => what === 'backfill' || what === 'trades')
      if (told.length === 0) {
        expect(trades.at(-1)!.at).toBeLessThan(arrival)
        return
      }
      expect(told[0]).toMatchObject({ what: 'backfill', at: arrival })
      expect(told.flatMap((call) => call.trades)).toEqual(trades)
      for (const { what, at, trades: burst } of told.slice(1)) {
        expect(what).toBe('trades')
        expect(burst.every((trade) => trade.at === at)).toBe(true)
      }
    }),
  )
})

test('a back-fill holds the last 1,000 trades', () => {
  const trades = Array.from({ length: 1500 }, (_, index) => tradeAt(start + index))
  const calls = play([...trades, tradeAt(start + 60_000)], (at) => at >= start + 2000)
  expect(calls.find(({ what }) => what === 'backfill')?.trades).toEqual(trades.slice(-1000))
})

test('a detector that stops following gets no trades until it follows again', () => {
  const wants = (at: number) => at < start + 10_000 || at >= start + 20_000
  const trades = Array.from({ length: 300 }, (_, index) => tradeAt(start + index * 100 + 50))
  const calls = play(trades, wants)
  const told = calls.filter(({ what }) => what !== 'frame').map(({ what, at }) => [what, at - start] as const)
  const turns = told.filter(([what]) => what !== 'trades')
  expect(turns).toEqual([
    ['backfill', 2000],
    ['unfollow', 10_000],
    ['backfill', 21_000],
  ])
  expect(told.some(([what, at]) => what === 'trades' && at > 10_000 && at < 21_000)).toBe(false)
})

test('the screen alone gets tickers only', () => {
  const calls = play([tradeAt(start), tradeAt(start + 5000), tradeAt(start + 9000)], () => true, false)
  expect(new Set(calls.map(({ what }) => what))).toEqual(new Set(['frame']))
})

test('frames that change nothing may be left out: the same is told', () => {
  const random = seeded(4)
  // Calm, a pump that is followed, and hours in which few trade: episodes end between the trades.
  const trades: Trade[] = []
  for (let at = start, price = 1; at < start + 4 * 3_600_000;) {
    const minute = (at - start) / 60_000
    const isPump = minute > 90 && minute < 93
    at += isPump ? 150 : minute < 100 ? 8000 * random() : 240_000 * random()
    price *= isPump ? 1.0005 : 1 + (random() - 0.5) / 2000 - (minute > 93 && price > 1 ? 0.002 : 0)
    trades.push({ ...tradeAt(Math.floor(at)), price, amount: isPump ? 400 : 10 })
  }
  const alertsOf = (isEveryFrame: boolean) => {
    const detector = detectorOf(createEngine('binance'))
    detector.list([{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
    let frames = 0
    const counting: Detector = {
      ...detector,
      ticks: (ticks, at) => (frames++, detector.ticks(ticks, at)),
      ...(isEveryFrame && { quietUntil: () => -Infinity }),
    }
    const replay = createTradeReplay(counting, 'SYSBTC', true)
    for (const trade of trades) playTrade(replay, trade)
    endReplay(replay)
    return { frames, alerts: replay.book.alerts }
  }
  const [every, few] = [alertsOf(true), alertsOf(false)]
  expect(every.alerts.map(({ phase }) => phase)).toContain('settled')
  expect(few.alerts).toEqual(every.alerts)
  expect(few.frames).toBeLessThan(every.frames)
})
