import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeOfficialStatus } from '../../../src/detect/engine.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { updatePhase } from '../../../src/detect/episode/phase.ts'
import { type RunningEpisode, snapshot } from '../../../src/detect/episode/running-episode.ts'
import type { OfficialStatus } from '../../../src/detect/cases/official-status.ts'
import type { Detection } from '../../../src/detect/episode/detection.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import { settleMs } from '../../../src/detect/episode/phase-settings.ts'

const begin = 1_700_000_000_000
const minute = 60_000
const noRestrictions: OfficialStatus = {
  closed: false,
  halted: new Set(),
  suspended: new Map(),
  young: new Set(),
  changing: new Set(),
}

function oaxEngine() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'OAXBTC', base: 'OAX', quote: 'BTC', state: 'trading' }])
  engine.data.at = begin
  return { engine, pair: engine.data.pairs.get('OAXBTC')! }
}

function detectionOf(changes: Partial<Detection> = {}): Detection {
  const from = { price: 100, at: begin - minute }
  const move = { kind: 'pump', tier: 'warning', at: begin, price: 130, from } as const
  return { ...move, evidence: [], probability: 0.9, confirmed: false, ...changes }
}

describe('a coin whose deposits or withdrawals are suspended', () => {
  const suspended: OfficialStatus = { ...noRestrictions, suspended: new Map([['OAX', begin - 5 * minute]]) }

  test('is a Danger where it surges, and the evidence has the time of the suspension', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    const [card, ...others] = takeOfficialStatus(engine, suspended)
    expect(others).toEqual([])
    expect(card).toMatchObject({ tier: 'danger', changedAt: begin })
    expect(card!.evidence).toEqual([
      { sign: 'suspended', value: begin - 5 * minute, unit: 'time', windowMs: 0, at: begin },
    ])
    expect(takeOfficialStatus(engine, suspended)).toEqual([])
  })

  test('is no Danger where it rises little, falls, or is another coin', () => {
    const weak = oaxEngine()
    updateEpisode(weak.engine, weak.pair, detectionOf({ tier: 'notice', price: 102 }))
    expect(takeOfficialStatus(weak.engine, suspended)).toEqual([])
    const falling = oaxEngine()
    updateEpisode(falling.engine, falling.pair, detectionOf({ kind: 'dump', price: 70 }))
    expect(takeOfficialStatus(falling.engine, suspended)).toEqual([])
    const other = oaxEngine()
    updateEpisode(other.engine, other.pair, detectionOf())
    expect(takeOfficialStatus(other.engine, { ...suspended, suspended: new Map([['SYS', begin]]) })).toEqual(
      [],
    )
  })

  test('loses that evidence when the suspension ends; its tier stays', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    takeOfficialStatus(engine, suspended)
    const [card] = takeOfficialStatus(engine, noRestrictions)
    expect(card).toMatchObject({ tier: 'danger', evidence: [] })
    expect(takeOfficialStatus(engine, noRestrictions)).toEqual([])
  })

  test('changes nothing while the venue is closed', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    expect(takeOfficialStatus(engine, { ...suspended, closed: true })).toEqual([])
  })
})

describe('a halt', () => {
  /** So many minutes without a sign. */
  function passMinutes(episode: RunningEpisode, from: number, minutes: number): void {
    for (let n = 0; n < minutes; n++) updatePhase(episode, from + n * minute)
  }

  test.each([
    ['of the pair', { ...noRestrictions, halted: new Set(['OAXBTC']) }],
    ['of the venue', { ...noRestrictions, closed: true }],
  ])('%s holds the phase, and the time without signals counts from its end', (_, halted) => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    const episode = pair.episode!
    takeOfficialStatus(engine, halted)
    const reopenedAt = begin + 7 * 60 * minute
    expect(updatePhase(episode, reopenedAt)).toBe(false)
    expect(episode.phase).toBe('building')
    takeOfficialStatus(engine, noRestrictions)
    passMinutes(episode, reopenedAt, settleMs / minute)
    expect(episode.phase).toBe('fading')
    passMinutes(episode, reopenedAt + settleMs, 2)
    expect(episode.phase).toBe('settled')
  })

  test('of another pair does not hold the phase', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    takeOfficialStatus(engine, { ...noRestrictions, halted: new Set(['SYSBTC']) })
    passMinutes(pair.episode!, begin, 60)
    expect(pair.episode!.phase).toBe('settled')
  })

  test('is not part of the snapshot', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    const before = Object.keys(snapshot(pair.episode!))
    takeOfficialStatus(engine, { ...noRestrictions, closed: true })
    expect(openEpisodes(engine).map((card) => Object.keys(card))).toEqual([before])
  })
})

describe('a move with a known cause', () => {
  const young: OfficialStatus = { ...noRestrictions, young: new Set(['OAXBTC']) }

  test.each([
    ['a new pair', young],
    ['a coin with an announced change', { ...noRestrictions, changing: new Set(['OAX']) }],
  ])('of %s is a Notice', (_, status) => {
    const { engine, pair } = oaxEngine()
    takeOfficialStatus(engine, status)
    updateEpisode(engine, pair, detectionOf())
    updateEpisode(engine, pair, detectionOf({ tier: 'danger', confirmed: false }))
    expect(pair.episode!.tier).toBe('notice')
  })

  test('is a Danger where trades confirm it', () => {
    const { engine, pair } = oaxEngine()
    takeOfficialStatus(engine, young)
    updateEpisode(engine, pair, detectionOf({ tier: 'danger', confirmed: true }))
    expect(pair.episode!.tier).toBe('danger')
  })

  test('does not lower a higher tier', () => {
    const { engine, pair } = oaxEngine()
    updateEpisode(engine, pair, detectionOf())
    takeOfficialStatus(engine, young)
    updateEpisode(engine, pair, detectionOf())
    expect(pair.episode!.tier).toBe('warning')
  })
})
