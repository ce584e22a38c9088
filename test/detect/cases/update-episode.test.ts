import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { settleEpisode } from '../../../src/detect/cases/settle-episode.ts'
import type { PairState } from '../../../src/detect/pair/pair-state.ts'
import { updatePhase } from '../../../src/detect/episode/phase.ts'
import { movePrice } from '../../../src/detect/episode/running-episode.ts'
import type { Detection } from '../../../src/detect/episode/detection.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import type { Tier } from '../../../src/market/tier.ts'
import { sameEventMs } from '../../../src/detect/settings.ts'
import { reopenedMs } from '../../../src/detect/thresholds.ts'

const begin = 1_700_000_000_000
const hour = 3_600_000

function oaxEngine(): { engine: Engine; btc: PairState; eth: PairState } {
  const engine = createEngine('binance')
  const named = { type: 'symbol', base: 'OAX', state: 'trading' } as const
  listPairs(engine.data, [
    { ...named, symbol: 'OAXBTC', quote: 'BTC' },
    { ...named, symbol: 'OAXETH', quote: 'ETH' },
  ])
  return { engine, btc: engine.data.pairs.get('OAXBTC')!, eth: engine.data.pairs.get('OAXETH')! }
}

function sight(at: number, price: number, tier: Tier = 'warning', kind: 'pump' | 'dump' = 'pump'): Detection {
  const from = { price: 100, at: at - 60_000 }
  return { kind, tier, at, price, from, evidence: [], probability: 0.9, confirmed: false }
}

/** Settles what runs on a pair, by silence. */
function settle(pair: PairState, at: number): void {
  updatePhase(pair.episode!, at)
  expect(pair.episode!.phase).toBe('settled')
  settleEpisode(pair)
}

describe('pairs of one coin', () => {
  test('are one card: the thin one that lags behind says nothing', () => {
    const { engine, btc, eth } = oaxEngine()
    expect(updateEpisode(engine, btc, sight(begin, 130))).toBe(true)
    expect(updateEpisode(engine, eth, sight(begin + 300_000, 130))).toBe(false)
    settle(btc, begin + hour)
    expect(updateEpisode(engine, eth, sight(begin + sameEventMs, 130))).toBe(false)
    expect(eth.episode).toBeNull()
  })

  test('are two where the second is stronger, or comes much later', () => {
    const { engine, btc, eth } = oaxEngine()
    updateEpisode(engine, btc, sight(begin, 130, 'notice'))
    expect(updateEpisode(engine, eth, sight(begin + 1000, 130, 'warning'))).toBe(true)
    const later = oaxEngine()
    updateEpisode(later.engine, later.btc, sight(begin, 130))
    expect(updateEpisode(later.engine, later.eth, sight(begin + sameEventMs + 1, 130))).toBe(true)
  })
})

describe('what has settled', () => {
  test('goes on as the same episode when it shows itself soon again', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, sight(begin, 104, 'notice'))
    const { id } = btc.episode!
    settle(btc, begin + 1_200_000)
    expect(updateEpisode(engine, btc, sight(begin + sameEventMs, 106, 'warning'))).toBe(true)
    expect(btc.episode).toMatchObject({ id, tier: 'warning', startPrice: 100 })
    expect(btc.episode!.phase).not.toBe('settled')
    expect(btc.past).toBeNull()
  })

  test('is another one later', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, sight(begin, 104, 'notice'))
    const { id } = btc.episode!
    settle(btc, begin + 1_200_000)
    updateEpisode(engine, btc, sight(begin + sameEventMs + 1, 106))
    expect(btc.episode!.id).not.toBe(id)
  })
})

describe('a fall inside a rise', () => {
  test('is its phase, also just after it settled', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, sight(begin, 160))
    expect(updateEpisode(engine, btc, sight(begin + 60_000, 110, 'danger', 'dump'))).toBe(false)
    expect(btc.episode).toMatchObject({ kind: 'pump', tier: 'warning' })
    settle(btc, begin + hour)
    expect(updateEpisode(engine, btc, sight(begin + 600_000, 105, 'warning', 'dump'))).toBe(false)
  })

  test('is a fall of its own below where the rise began, and the rise is told as settled', () => {
    const { engine, btc } = oaxEngine()
    updateEpisode(engine, btc, sight(begin, 160))
    const rise = btc.episode!
    movePrice(rise, begin + 60_000, 70)
    expect(updateEpisode(engine, btc, sight(begin + 60_000, 70, 'warning', 'dump'))).toBe(true)
    expect(btc.episode).toMatchObject({ kind: 'dump', direction: -1, peakPrice: 70 })
    expect(btc.closing).toBe(rise)
    expect(rise.phase).toBe('settled')
  })
})

test('after a gap or a halt a Notice waits until prices have caught up', () => {
  for (const opened of ['engine', 'pair'] as const) {
    const { engine, btc } = oaxEngine()
    if (opened === 'engine') engine.data.openedAt = begin
    else btc.openedAt = begin
    expect(updateEpisode(engine, btc, sight(begin + reopenedMs - 1, 104, 'notice'))).toBe(false)
    expect(updateEpisode(engine, btc, sight(begin + reopenedMs, 104, 'notice'))).toBe(true)
  }
})

test('a pair that trades again after a halt was opened then', () => {
  const { engine, btc } = oaxEngine()
  const row = { type: 'symbol', symbol: 'OAXBTC', base: 'OAX', quote: 'BTC' } as const
  engine.data.at = begin
  listPairs(engine.data, [{ ...row, state: 'trading' }])
  expect(btc.openedAt).toBe(0)
  listPairs(engine.data, [{ ...row, state: 'halted' }])
  listPairs(engine.data, [{ ...row, state: 'trading' }])
  expect(btc.openedAt).toBe(begin)
})
