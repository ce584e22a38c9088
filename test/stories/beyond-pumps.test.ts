import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'
import { crash } from '../../tools/market-server/stories/crash.ts'
import { japan } from '../../tools/market-server/stories/story.ts'
import { runMarket } from '../detect/synthetic/run-market.ts'

/** Runs a story to its end, or its first hours. */
function simulate(name: string, hours = Infinity): readonly Episode[] {
  const { market, starts, ends } = openScenario(name)
  return runMarket(market, { to: Math.min(ends, starts + hours * 3_600_000), stepMs: 2000 }).changes
}

const ids = (changes: readonly Episode[]) => new Set(changes.map(({ id }) => id))

describe('the SYS incident', () => {
  const changes = simulate('sys-incident')
  const sys = changes.filter(({ symbol }) => symbol === 'SYSBTC')
  const atTier = (tier: string) => sys.find((episode) => episode.tier === tier)!

  test('is one episode of SYS, flagged while it still climbs slowly', () => {
    expect(ids(sys).size).toBe(1)
    expect(sys[0]!.lastPrice / sys[0]!.startPrice).toBeLessThan(1.13)
    expect(sys[0]!.changedAt).toBeLessThan(japan(4, 35))
    expect(atTier('warning').lastPrice / atTier('warning').startPrice).toBeLessThan(1.3)
  })

  test('is recognised as key abuse while other coins are sold, before the stray print', () => {
    const pattern = sys.find(({ also }) => also.includes('key-abuse'))!
    expect(pattern.tier).toBe('danger')
    expect(pattern.changedAt).toBeGreaterThan(japan(5, 10))
    expect(pattern.changedAt).toBeLessThan(japan(5, 40))
    const sold = pattern.evidence.find(({ sign }) => sign === 'sold-coins')!
    expect(sold).toMatchObject({ unit: 'pairs', windowMs: 1_800_000 })
    expect(sold.value).toBeGreaterThanOrEqual(10)
    expect(sold.value).toBeLessThanOrEqual(41)
    expect(sys.at(-1)!.also).toEqual(['key-abuse', 'stray-print'])
  })

  test('flags the market once, and nothing when trading resumes', () => {
    expect(ids(changes.filter(({ kind }) => kind === 'market-wide')).size).toBe(1)
    expect(changes.filter(({ startedAt }) => startedAt >= japan(9, 36))).toEqual([])
  })
})

describe('an announced pump', () => {
  const changes = simulate('announced-pump')

  test('is one card for both pairs of the coin', () => {
    expect(ids(changes).size).toBe(1)
    expect(changes.every(({ base }) => base === 'OAX')).toBe(true)
    expect(changes.every(({ also }) => also.length === 0)).toBe(true)
  })
})

describe('a crash', () => {
  const changes = simulate('crash')
  const { starts } = crash

  test('is one episode of the whole market, begun within five minutes', () => {
    const market = changes.filter(({ kind }) => kind === 'market-wide')
    const [begun] = market
    // Not when the measuring window began: the ten minutes before are calm.
    expect(Math.abs(begun!.startedAt - (starts + 10 * 60_000))).toBeLessThanOrEqual(60_000)
    expect(ids(market).size).toBe(1)
    expect(begun!.changedAt - starts).toBeLessThan(15 * 60_000)
    expect(market.at(-1)!.tier).toBe('danger')
    expect(changes.filter(({ kind, tier }) => kind !== 'market-wide' && tier !== 'notice')).toEqual([])
    expect(changes.flatMap(({ also }) => also)).toEqual([])
  })

  test('shows a gradual fall, not a step', () => {
    const [begun] = changes.filter(({ kind }) => kind === 'market-wide')
    const { values, start } = begun!.line
    // The line has a point every ten seconds: the beginning lies between two.
    expect(values[start]).toBeCloseTo(1, 3)
    const steps = values.slice(1).map((value, i) => Math.abs(value - values[i]!))
    expect(Math.max(...steps)).toBeLessThan(0.4 * Math.abs(begun!.lastPrice - 1))
  })
})

test.each([
  ['calm', 2],
  ['maintenance', Infinity],
])(
  '%s: nothing is flagged',
  (name, hours) => {
    expect(simulate(name, hours)).toEqual([])
  },
  120_000,
)
