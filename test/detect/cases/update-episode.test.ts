import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { settleEpisode } from '../../../src/detect/cases/settle-episode.ts'
import type { PairState } from '../../../src/detect/pair/pair-state.ts'
import { updatePhase } from '../../../src/detect/episode/phase.ts'
import { movePrice } from '../../../src/detect/episode/running-episode.ts'
import type { Detection } from '../../../src/detect/episode/detection.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import type { Evidence } from '../../../src/market/evidence.ts'
import type { Tier } from '../../../src/market/tier.ts'
import { sameEventMs } from '../../../src/detect/settings.ts'
import { reopenedMs } from '../../../src/detect/thresholds.ts'

const begin = 1_700_000_000_000
const hour = 3_600_000

function oaxEngine(): { engine: Engine; btc: PairState; eth: PairState } {
  const engine = createEngine('binance')
  const common = { type: 'symbol', base: 'OAX', state: 'trading' } as const
  listPairs(engine.data, [
    { ...common, symbol: 'OAXBTC', quote: 'BTC' },
    { ...common, symbol: 'OAXETH', quote: 'ETH' },
  ])
  return { engine, btc: engine.data.pairs.get('OAXBTC')!, eth: engine.data.pairs.get('OAXETH')! }
}

function detectionAt(
  at: number,
  price: number,
  tier: Tier = 'warning',
  kind: 'pump' | 'dump' = 'pump',
): Detection {
  const from = { price: 100, at: at - 60_000 }
  return { kind, tier, at, price, from, evidence: [], probability: 0.9, confirmed: false }
}

const returnOf = (value: number): Evidence => {
  return { sign: 'return', value, unit: 'fraction', windowMs: 60_000, at: begin }
}

/** Settles the episode of a pair by a time without signs, which ends before `until`. */
function settle(pair: PairState, until: number): void {
  const episode = pair.episode!
  for (let at = episode.updatedAt; at < until; at += 60_000) updatePhase(episode, at)
  expect(episode.phase).toBe('settled')
  settleEpisode(pair)
}

describe('pairs of one coin', () => {
  test('are one episode: a thin pair that lags behind begins none', () => {
    const { engine, btc, eth } = oaxEngine()
    expect(updateEpisode(engine, btc, detectionAt(begin, 130))).toBe(true)
    expect(updateEpisode(engine, eth, detectionAt(begin + 300_000, 130))).toBe(false)
    settle(btc, begin + hour)
    expect(updateEpisode(engine, eth, detectionAt(begin + sameEventMs, 130))).toBe(false)
    expect(eth.episode).toBeNull()
  })

  test('fall in the card of the rise that one of them told, until it is outgrown or the fall is graver', () => {
    const dump = (tier: Tier) => detectionAt(begin + 300_000, 60, tier, 'dump')
    const rising = () => {
      const { engine, btc, eth } = oaxEngine()
      updateEpisode(engine, btc, detectionAt(begin, 200))
      movePrice(btc.episode!, begin, 200)
      return { engine, btc, eth }
    }
    const within = rising()
    within.btc.last = 120
    expect(updateEpisode(within.engine, within.eth, dump('warning'))).toBe(false)
    expect(updateEpisode(within.engine, within.eth, dump('danger'))).toBe(true)
    const below = rising()
    below.btc.last = 40
    expect(updateEpisode(below.engine, below.eth, dump('warning'))).toBe(true)
  })

  test('are two episodes where the second is of a higher tier, or much later', () => {
    const { engine, btc, eth } = oaxEngine()
    updateEpisode(engine, btc, detectionAt(begin, 130, 'notice'))
    expect(updateEpisode(engine, eth, detectionAt(begin + 1000, 130, 'warning'))).toBe(true)
    const later = oaxEngine()
    updateEpisode(later.engine, later.btc, detectionAt(begin, 130))
    expect(updateEpisode(later.engine, later.eth, detectionAt(begin + sameEventMs + 1, 130))).toBe(true)
  })
})

describe('a settled episode', () => {
  test('is reopened by a detection soon after', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, detectionAt(begin, 104, 'notice'))
    const { id } = btc.episode!
    settle(btc, begin + 1_200_000)
    expect(updateEpisode(engine, btc, detectionAt(begin + sameEventMs, 106, 'warning'))).toBe(true)
    expect(btc.episode).toMatchObject({ id, tier: 'warning', startPrice: 100, lastPrice: 106 })
    expect(btc.episode!.phase).not.toBe('settled')
    expect(btc.past).toBeNull()
  })

  test('is followed by a new one later', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, detectionAt(begin, 104, 'notice'))
    const { id } = btc.episode!
    settle(btc, begin + 1_200_000)
    updateEpisode(engine, btc, detectionAt(begin + sameEventMs + 1, 106))
    expect(btc.episode!.id).not.toBe(id)
  })
})

describe('a fall inside a rise', () => {
  test('is told in the card of the rise, by its tier and as evidence of its own', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, { ...detectionAt(begin, 160), evidence: [returnOf(0.6)] })
    const fall = { ...detectionAt(begin + 60_000, 110, 'danger', 'dump'), evidence: [returnOf(-0.31)] }
    expect(updateEpisode(engine, btc, fall)).toBe(true)
    expect(btc.episode).toMatchObject({ kind: 'pump', tier: 'danger', signalAt: begin + 60_000 })
    expect(btc.episode!.evidence.map(({ sign, value }) => [sign, value])).toEqual([
      ['return', 0.6],
      ['fall', -0.31],
    ])
  })

  test('is the same event after the rise has settled, for as long as the rise took', () => {
    const { engine, btc } = oaxEngine()
    const early = { ...detectionAt(begin, 130), from: { price: 100, at: begin - 3 * hour } }
    updateEpisode(engine, btc, early)
    const { id } = btc.episode!
    settle(btc, begin + 2 * hour)
    expect(updateEpisode(engine, btc, detectionAt(begin + 2 * hour, 105, 'notice', 'dump'))).toBe(false)
    expect(updateEpisode(engine, btc, detectionAt(begin + 2 * hour, 105, 'warning', 'dump'))).toBe(true)
    expect(btc.episode).toMatchObject({ id, kind: 'pump', phase: 'falling', lastPrice: 105 })
    settle(btc, begin + 5 * hour)
    expect(updateEpisode(engine, btc, detectionAt(begin + 9 * hour, 105, 'warning', 'dump'))).toBe(true)
    expect(btc.episode!.id).not.toBe(id)
  })

  test('a rebound is no more than a phase of the fall, also shortly after it settled', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, detectionAt(begin, 60, 'warning', 'dump'))
    expect(updateEpisode(engine, btc, detectionAt(begin + 60_000, 90, 'danger'))).toBe(false)
    expect(btc.episode).toMatchObject({ kind: 'dump', tier: 'warning' })
    settle(btc, begin + hour)
    expect(updateEpisode(engine, btc, detectionAt(begin + 600_000, 95, 'danger'))).toBe(false)
  })

  test('is an episode of its own below where the rise began, and the rise is reported as settled', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, detectionAt(begin, 160))
    const rise = btc.episode!
    movePrice(rise, begin + 60_000, 70)
    expect(updateEpisode(engine, btc, detectionAt(begin + 60_000, 70, 'warning', 'dump'))).toBe(true)
    expect(btc.episode).toMatchObject({ kind: 'dump', direction: -1, peakPrice: 70 })
    expect(btc.closing).toBe(rise)
    expect(rise.phase).toBe('settled')
  })
})

test('after a data gap or a halt a Notice is held back until prices have caught up', () => {
  for (const opened of ['engine', 'pair'] as const) {
    const { engine, btc } = oaxEngine()
    if (opened === 'engine') engine.data.openedAt = begin
    else btc.openedAt = begin
    expect(updateEpisode(engine, btc, detectionAt(begin + reopenedMs - 1, 104, 'notice'))).toBe(false)
    expect(updateEpisode(engine, btc, detectionAt(begin + reopenedMs, 104, 'notice'))).toBe(true)
  }
})

test('a pair that resumes trading after a halt has the time of it in `openedAt`', () => {
  const { engine, btc } = oaxEngine()
  const row = { type: 'symbol', symbol: 'OAXBTC', base: 'OAX', quote: 'BTC' } as const
  engine.data.at = begin
  listPairs(engine.data, [{ ...row, state: 'trading' }])
  expect(btc.openedAt).toBe(0)
  listPairs(engine.data, [{ ...row, state: 'halted' }])
  listPairs(engine.data, [{ ...row, state: 'trading' }])
  expect(btc.openedAt).toBe(begin)
})
