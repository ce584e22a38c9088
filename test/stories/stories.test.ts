import { expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { runMarket } from '../detect/synthetic/run-market.ts'
import { isWhole } from '../shared/length.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'

const calmHours = isWhole ? 24 : 3
/** Japan time of 2018-07-04. */
const japan = (hour: number, minute: number, second = 0) => Date.UTC(2018, 6, 3, hour + 15, minute, second)

/** Runs a story through the engine from its beginning, second by second. */
function play(name: string, length?: number) {
  const { market, starts, ends } = openScenario(name, { seed: 1 })
  return runMarket(market, { to: length === undefined ? ends : starts + length, stepMs: 1000 }).changes
}

const loud = (episode: Episode) => tierRank(episode.tier) >= tierRank('warning')
const symbolsOf = (episodes: readonly Episode[]) => [...new Set(episodes.map(({ symbol }) => symbol))]

test(`calm: ${calmHours} hours over 400 pairs bring no Warning`, () => {
  expect(play('calm', calmHours * 3_600_000).filter(loud)).toEqual([])
}, 300_000)

test('the incident: SYS is flagged in its climb, the print is Danger at once, all else is one market-wide episode', () => {
  const changes = play('sys-incident')
  const sys = changes.filter(({ symbol }) => symbol === 'SYSBTC')
  const print = sys.find(({ strayPrint }) => strayPrint !== null)!
  const climb = sys.filter(({ updatedAt }) => updatedAt < print.strayPrint!.at)
  expect(climb[0]).toMatchObject({ kind: 'pump' })
  expect(climb.some(loud)).toBe(true)

  expect(print).toMatchObject({ tier: 'danger', strayPrint: { price: 96 } })
  expect(print.strayPrint!.at - japan(5, 40, 12)).toBeLessThanOrEqual(1000)
  expect(print.evidence[0]).toMatchObject({ sign: 'stray-print', value: 96 })

  expect(symbolsOf(changes.filter(loud)).sort()).toEqual(['SYSBTC', null].sort())
  expect(new Set(changes.filter(({ kind }) => kind === 'market-wide').map(({ id }) => id)).size).toBe(1)
}, 300_000)

test('a crash is one market-wide episode and no single pair', () => {
  const changes = play('crash')
  expect(symbolsOf(changes.filter(loud))).toEqual([null])
  expect(new Set(changes.filter(({ symbol }) => symbol === null).map(({ id }) => id)).size).toBe(1)
}, 120_000)

test('an announced pump is one episode from its first seconds on, which has not settled while the price moves', () => {
  const changes = play('announced-pump')
  expect(symbolsOf(changes.filter(loud))).toEqual(['OAXBTC'])
  const pump = changes.filter(({ symbol }) => symbol === 'OAXBTC')
  expect(new Set(pump.map(({ id }) => id)).size).toBe(1)
  const first = pump.find(loud)!
  // The pump begins at the full hour.
  expect(first.changedAt % 3_600_000).toBeLessThan(30_000)
  const phases = new Set(pump.map(({ phase }) => phase))
  expect([...phases]).toEqual(['surging', 'fading', 'falling'])
}, 120_000)
