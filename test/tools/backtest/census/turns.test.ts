import { describe, expect, test } from 'vitest'
import type { Phase } from '../../../../src/market/episode.ts'
import type { Alert } from '../../../../tools/backtest/alert.ts'
import { summaryOf, turnsOf } from '../../../../tools/backtest/census/count-turns.ts'
import { turnOf } from '../../../../tools/backtest/census/turn-of.ts'
import {
  addPhases,
  createTurns,
  endTurns,
  type RisePhases,
  watchTurns,
} from '../../../../tools/backtest/census/turns.ts'
import { runAt } from '../judge/run-at.ts'

const begin = 1_700_000_000_000
const second = 1000
const rise = { startPrice: 100, peakPrice: 110 }
const begun = new Map([['e', { ...rise, kind: 'pump' as const }]])

const secondsOf = (prices: readonly number[]) => prices.map((last) => ({ last, high: last }))
const repeat = (price: number, times: number) => Array.from({ length: times }, () => price)

function alertAt(at: number, phase: Phase): Alert {
  const plain = { venue: 'binance', pair: 'SYS/BTC', kind: 'pump', tier: 'notice', episode: 'e' } as const
  return { ...plain, at, phase, probability: 0, evidence: [] }
}

/** One trade a second at these prices, and what was said after some of them, by their index. */
function watched(prices: readonly number[], said: Readonly<Record<number, Phase>>): RisePhases {
  const turns = createTurns()
  prices.forEach((price, i) => {
    watchTurns(turns, begin + i * second, price)
    const phase = said[i]
    if (phase) addPhases(turns, [alertAt(begin + i * second, phase)], begun)
  })
  endTurns(turns)
  return turns.found[0]!
}

describe('the turn of a rise', () => {
  test('is where a median of half a minute begins to stand below half of it for half a minute', () => {
    const seconds = secondsOf([...repeat(110, 60), ...repeat(104, 60)])
    // Sixteen of thirty seconds are low from the sixteenth on.
    expect(turnOf(seconds, rise, 30, 120)).toBe(75)
  })

  test('is none where the price comes back within that time, nor after the end of the episode', () => {
    const back = secondsOf([...repeat(110, 60), ...repeat(104, 20), ...repeat(109, 60)])
    expect(turnOf(back, rise, 30, 140)).toBeNull()
    const seconds = secondsOf([...repeat(110, 60), ...repeat(104, 60)])
    expect(turnOf(seconds, rise, 30, 100)).toBeNull()
  })

  test('goes by the highest price until then', () => {
    const seconds = secondsOf([...repeat(110, 60), ...repeat(120, 60), ...repeat(109, 60)])
    expect(turnOf(seconds, rise, 30, 180)).toBe(135)
  })
})

describe('phases', () => {
  const prices = [...repeat(100, 40), ...repeat(110, 60), ...repeat(104, 90)]

  /** The summary of one episode. */
  function summaryOfOne(found: RisePhases) {
    const run = { ...runAt([]), moves: [], said: [], still: [], turns: [found], barMs: null }
    return summaryOf(turnsOf([{ run, owned: { from: 0, to: Infinity } }]))
  }

  test.each([
    [109, 0],
    [110, 1],
    [145, 1],
    [146, 0],
  ])('told at second %i of a turn at 115 are in time: %i', (at, hits) => {
    const found = watched(prices, { 40: 'surging', [at]: 'falling', 185: 'settled' })
    expect(found.turnAt).toBe(begin + 115 * second)
    expect(summaryOfOne(found).told).toMatchObject({ hits, of: 1 })
  })

  test('are false where a new high comes within an hour, and also count by their first minute', () => {
    const said = { 40: 'surging', 105: 'falling', 150: 'settled' } as const
    const higher = (price: number, after: number) => [...prices, ...repeat(104, after), price]
    for (const [later, falling, settled] of [
      [higher(111, 3000), 1, 1],
      [higher(110, 3000), 0, 0],
      [higher(111, 3600), 0, 0],
    ] as const) {
      const summary = summaryOfOne(watched(later, said))
      expect(summary.falseFalling).toMatchObject({ hits: falling, of: 1 })
      expect(summary.falseSettled).toMatchObject({ hits: settled, of: 1 })
      expect(summary.falseInFirstMinute).toMatchObject({ hits: 0, of: 1 })
    }
    const early = watched(higher(111, 60), { 40: 'surging', 95: 'falling' })
    expect(summaryOfOne(early).falseInFirstMinute).toMatchObject({ hits: 1, of: 1 })
  })

  test('of a pair without trades go by its last price', () => {
    const turns = createTurns()
    watchTurns(turns, begin, 110)
    addPhases(turns, [alertAt(begin, 'surging')], begun)
    watchTurns(turns, begin + 60 * second, 104)
    watchTurns(turns, begin + 300 * second, 103)
    endTurns(turns)
    expect(turns.found[0]!.turnAt).toBe(begin + 75 * second)
  })
})
