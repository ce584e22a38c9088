import { expect, test, vi } from 'vitest'
import { driveMarket } from '../drive-market.ts'
import { openScenario, scenarioNames, stories } from '../../../../tools/market-server/scenarios.ts'
import { announcedPump } from '../../../../tools/market-server/stories/announced-pump.ts'

const minuteMs = 60_000

// Each opens a market with a day of history, which takes time on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

test('every story has a unique name and a one-line description', () => {
  expect(new Set(scenarioNames).size).toBe(stories.length)
  for (const { about } of stories) expect(about).toMatch(/^[^\n]{20,}$/)
  expect(() => openScenario('nope')).toThrow(RangeError)
})

test('the announced pump peaks 60 % up after 50 s on bought orders and gives half back in five minutes', () => {
  const { market, starts } = openScenario('announced-pump')
  const tape = market.tapes.get('OAXBTC')
  if (!tape) throw new Error('no tape')
  const hour = starts + 8 * minuteMs
  market.advance(hour - 1)
  const before = tape.last
  const rush = market.advance(hour + 60_000).filter(({ symbol }) => symbol === 'OAXBTC')
  const peak = rush.reduce((best, print) => (print.price > best.price ? print : best))
  expect(peak.price / before - 1).toBeGreaterThan(0.5)
  expect(peak.price / before - 1).toBeLessThan(0.75)
  expect(peak.at - hour).toBeGreaterThan(40_000)
  expect(rush.filter(({ side }) => side === 'buy').length / rush.length).toBeGreaterThan(0.75)
  market.advance(hour + 5 * minuteMs)
  expect((tape.last - before) / (peak.price - before)).toBeLessThan(0.6)
  expect(announcedPump.ends).toBe(hour + 20 * minuteMs)
})

test('the crash takes nine pairs of ten and more down, the dollar pairs by about 18 %, and the pegged coin stays at its dollar', () => {
  const { market, starts } = openScenario('crash')
  market.advance(starts + 10 * minuteMs)
  const before = new Map([...market.tapes].map(([symbol, { last }]) => [symbol, last]))
  market.advance(starts + 25 * minuteMs)
  const active = [...market.tapes.values()].filter(({ lastAt }) => lastAt > starts + 20 * minuteMs)
  const change = (symbol: string, last: number): number => last / (before.get(symbol) ?? NaN) - 1
  const falls = active.map(({ instrument, last }) => change(instrument.symbol, last))
  expect(falls.filter((fall) => fall < 0).length / falls.length).toBeGreaterThan(0.9)
  const dollars = active
    .filter(({ instrument }) => instrument.quote === 'USDT' && !/(UP|DOWN|TUSD|BTC)$/.test(instrument.base))
    .map(({ instrument, last }) => change(instrument.symbol, last))
    .sort((a, b) => a - b)
  expect(dollars[Math.floor(dollars.length / 2)]).toBeLessThan(-0.15)
  expect(dollars[Math.floor(dollars.length / 2)]).toBeGreaterThan(-0.21)
  const peg = market.tapes.get('TUSDUSDT')!.last
  expect(Math.abs(peg - 1)).toBeLessThan(0.01)
})

test('in maintenance the feed is silent and resumes afterwards', () => {
  const { market, starts } = openScenario('maintenance')
  const counts = { before: 0, during: 0, after: 0 }
  const [stops, resumes] = [starts + 5 * minuteMs, starts + 35 * minuteMs]
  for (const { prints } of driveMarket(market, { to: starts + 40 * minuteMs, stepMs: minuteMs })) {
    for (const { at } of prints) counts[at < stops ? 'before' : at < resumes ? 'during' : 'after'] += 1
  }
  expect(counts.during).toBe(0)
  expect(Math.min(counts.before, counts.after)).toBeGreaterThan(1_000)
})
