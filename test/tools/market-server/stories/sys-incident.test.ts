import { expect, test } from 'vitest'
import { wallTime } from '../../../../tools/market-server/clock.ts'
import { driveMarket } from '../drive-market.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { statusOf } from '../../../../tools/market-server/market/market.ts'
import { openScenario } from '../../../../tools/market-server/scenarios.ts'
import { articles, systemStatus } from '../../../../tools/market-server/venues/binance/official.ts'
import { japan } from '../../../../tools/market-server/stories/story.ts'
import { sysIncident } from '../../../../tools/market-server/stories/sys-incident.ts'

const minuteMs = 60_000

/** Last prices at chosen times, and the largest five-minute rise of each pair. */
interface Told {
  readonly market: Market
  readonly prices: ReadonlyMap<number, ReadonlyMap<string, number>>
  readonly rises: ReadonlyMap<string, number>
}

function send(): Told {
  const { market } = openScenario('sys-incident')
  const prices = new Map<number, Map<string, number>>()
  const rises = new Map<string, number>()
  for (const { at } of driveMarket(market, { to: japan(9, 40), stepMs: minuteMs })) {
    const now = new Map([...market.tapes].map(([symbol, tape]) => [symbol, tape.last]))
    prices.set(at, now)
    for (const [symbol, before] of prices.get(at - 5 * minuteMs) ?? []) {
      if (before > 0) rises.set(symbol, Math.max(rises.get(symbol) ?? 0, (now.get(symbol) ?? 0) / before - 1))
    }
  }
  return { market, prices, rises }
}

const { market, prices, rises } = send()
const priceAt = (at: number, symbol = 'SYSBTC'): number => prices.get(at)?.get(symbol) ?? NaN
const hourVolume = (hour: number): number =>
  (market.tapes.get('SYSBTC')?.bars ?? [])
    .filter(({ minute }) => minute * minuteMs >= japan(hour) && minute * minuteMs < japan(hour + 1))
    .reduce((sum, { base }) => sum + base, 0)

test('SYS stands at about 0.0000332, climbs 29 % in the first hour on about 14 times its volume', () => {
  expect(priceAt(japan(4))).toBeGreaterThan(0.0000327)
  expect(priceAt(japan(4))).toBeLessThan(0.0000338)
  expect(priceAt(japan(5)) / priceAt(japan(4)) - 1).toBeCloseTo(0.29, 1)
  expect(hourVolume(4) / 1e6).toBeGreaterThan(11)
  expect(hourVolume(4) / 1e6).toBeLessThan(18)
  expect(hourVolume(4) / hourVolume(3)).toBeGreaterThan(9)
  expect(priceAt(japan(6)) * 1e8).toBeGreaterThan(7_900)
  expect(priceAt(japan(6)) * 1e8).toBeLessThan(8_700)
})

test('1 SYS changes hands at 96 BTC at 05:40:12 and again within the minute, the price being what it was', () => {
  const bar = market.tapes.get('SYSBTC')?.bars.find(({ minute }) => minute * minuteMs === japan(5, 40))
  expect(bar?.high).toBe(96)
  expect(sysIncident.plot({ usdtPerBtc: 1, coins: [], pairs: [] }, 1).forced[0]).toEqual({
    symbol: 'SYSBTC',
    at: Date.UTC(2018, 6, 3, 20, 40, 12, 318),
    side: 'buy',
    fills: [{ price: 96, amount: 1 }],
  })
  expect(priceAt(japan(5, 42)) * 1e8).toBeGreaterThan(6_000)
  expect(priceAt(japan(5, 42)) * 1e8).toBeLessThan(8_000)
})

test('about forty other alts fall 3 to 8 % from 05:10, the others do not', () => {
  const changes = [...market.tapes.values()]
    .filter(({ instrument, day }) => instrument.quote === 'BTC' && day.count > 500)
    .map(
      ({ instrument }) =>
        priceAt(japan(5, 40), instrument.symbol) / priceAt(japan(5, 10), instrument.symbol) - 1,
    )
  const fallen = changes.filter((change) => change < -0.025)
  expect(fallen.length).toBeGreaterThan(30)
  expect(fallen.length).toBeLessThan(60)
  expect(Math.min(...changes)).toBeGreaterThan(-0.12)
})

test('then the whole market falls: median about −5 % in 15 minutes, more than 80 % of pairs; BTC 2 to 4 % in an hour', () => {
  const changes = [...market.tapes.values()]
    .filter(({ hour }) => hour.count > 0)
    .map(
      ({ instrument }) =>
        priceAt(japan(5, 57), instrument.symbol) / priceAt(japan(5, 42), instrument.symbol) - 1,
    )
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  expect(changes[Math.floor(changes.length / 2)]).toBeLessThan(-0.035)
  expect(changes[Math.floor(changes.length / 2)]).toBeGreaterThan(-0.07)
  expect(changes.filter((change) => change < 0).length / changes.length).toBeGreaterThan(0.8)
  const bitcoin = priceAt(japan(6, 41), 'BTCUSDT') / priceAt(japan(5, 41), 'BTCUSDT') - 1
  expect(bitcoin).toBeLessThan(-0.02)
  expect(bitcoin).toBeGreaterThan(-0.045)
})

test('no pair but SYS rises 4 % in five minutes, one-tick bounces of coarse pairs aside', () => {
  const pumped = [...rises].filter(([symbol, rise]) => {
    const { tick = 0 } = market.tapes.get(symbol)?.instrument ?? {}
    return rise > 0.05 + (2.5 * tick) / priceAt(japan(4), symbol)
  })
  expect(pumped.map(([symbol]) => symbol)).toEqual(['SYSBTC'])
})

test('no official statement until 09:36, then maintenance; the story takes at most 105 s', () => {
  const quiet = { ...market, now: japan(9, 36) - 1 }
  const news = (at: number): { title: string; releaseDate: number }[] => {
    const reply = articles({ ...market, now: at }, new URLSearchParams('catalogId=49')) as {
      data: { catalogs: { articles: { title: string; releaseDate: number }[] }[] }
    }
    return reply.data.catalogs[0]?.articles ?? []
  }
  expect([systemStatus(quiet), news(quiet.now)]).toEqual([{ status: 0, msg: 'normal' }, []])
  expect(market.now).toBe(japan(9, 40))
  expect(systemStatus(market)).toEqual({ status: 1, msg: 'system_maintenance' })
  expect(statusOf(market, 'BTCUSDT')).toBe('BREAK')
  expect(Math.max(...[...market.tapes.values()].map(({ lastAt }) => lastAt))).toBeLessThan(japan(9, 36))
  expect(news(japan(17)).map(({ releaseDate }) => releaseDate)).toEqual([
    japan(17),
    japan(12, 13),
    japan(11, 22),
    japan(9, 36),
  ])
  expect(wallTime(sysIncident.starts, sysIncident.legs)).toBeLessThanOrEqual(105_000)
})
