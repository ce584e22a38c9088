import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeOfficialStatus } from '../../../src/detect/engine.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { updatePhase } from '../../../src/detect/episode/phase.ts'
import { snapshot } from '../../../src/detect/episode/running-episode.ts'
import type { OfficialStatus } from '../../../src/detect/cases/official-status.ts'
import type { Detection } from '../../../src/detect/episode/detection.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import { settleMs } from '../../../src/detect/settings.ts'

const begin = 1_700_000_000_000
const minute = 60_000
const nothing: OfficialStatus = {
  closed: false,
  halted: new Set(),
  suspended: new Map(),
  young: new Set(),
  changing: new Set(),
}

function oax() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'OAXBTC', base: 'OAX', quote: 'BTC', state: 'trading' }])
  engine.data.at = begin
  return { engine, pair: engine.data.pairs.get('OAXBTC')! }
}

function sight(changes: Partial<Detection> = {}): Detection {
  const from = { price: 100, at: begin - minute }
  const seen = { kind: 'pump', tier: 'warning', at: begin, price: 130, from } as const
  return { ...seen, evidence: [], probability: 0.9, confirmed: false, ...changes }
}

describe('a coin that cannot be moved', () => {
  const said: OfficialStatus = { ...nothing, suspended: new Map([['OAX', begin - 5 * minute]]) }

  test('is a Danger where it surges, and the card says since when', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    const [card, ...others] = takeOfficialStatus(engine, said)
    expect(others).toEqual([])
    expect(card).toMatchObject({ tier: 'danger', changedAt: begin })
    expect(card!.evidence).toEqual([
      { sign: 'suspended', value: begin - 5 * minute, unit: 'time', windowMs: 0, at: begin },
    ])
    expect(takeOfficialStatus(engine, said)).toEqual([])
  })

  test('is none where it merely twitches, falls, or is another coin', () => {
    const weak = oax()
    updateEpisode(weak.engine, weak.pair, sight({ tier: 'notice', price: 102 }))
    expect(takeOfficialStatus(weak.engine, said)).toEqual([])
    const falling = oax()
    updateEpisode(falling.engine, falling.pair, sight({ kind: 'dump', price: 70 }))
    expect(takeOfficialStatus(falling.engine, said)).toEqual([])
    const other = oax()
    updateEpisode(other.engine, other.pair, sight())
    expect(takeOfficialStatus(other.engine, { ...said, suspended: new Map([['SYS', begin]]) })).toEqual([])
  })

  test('no longer says so when it can be moved again; its tier stays', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    takeOfficialStatus(engine, said)
    const [card] = takeOfficialStatus(engine, nothing)
    expect(card).toMatchObject({ tier: 'danger', evidence: [] })
    expect(takeOfficialStatus(engine, nothing)).toEqual([])
  })

  test('says nothing of a venue that is closed: there nothing surges', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    expect(takeOfficialStatus(engine, { ...said, closed: true })).toEqual([])
  })
})

describe('a halt', () => {
  test.each([
    ['of the pair', { ...nothing, halted: new Set(['OAXBTC']) }],
    ['of the venue', { ...nothing, closed: true }],
  ])('%s holds the phase, and silence counts from its end', (_, halted) => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    const episode = pair.episode!
    takeOfficialStatus(engine, halted)
    const opens = begin + 7 * 60 * minute
    expect(updatePhase(episode, opens)).toBe(false)
    expect(episode.phase).toBe('building')
    takeOfficialStatus(engine, nothing)
    updatePhase(episode, opens)
    expect(episode.phase).not.toBe('settled')
    expect(updatePhase(episode, opens + settleMs + minute)).toBe(true)
    expect(episode.phase).toBe('settled')
  })

  test('of another pair holds nothing', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    takeOfficialStatus(engine, { ...nothing, halted: new Set(['SYSBTC']) })
    updatePhase(pair.episode!, begin + 60 * minute)
    expect(pair.episode!.phase).toBe('settled')
  })

  test('is not part of the card', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    const before = Object.keys(snapshot(pair.episode!))
    takeOfficialStatus(engine, { ...nothing, closed: true })
    expect(openEpisodes(engine).map((card) => Object.keys(card))).toEqual([before])
  })
})

describe('a move that has a reason', () => {
  const young: OfficialStatus = { ...nothing, young: new Set(['OAXBTC']) }

  test.each([
    ['a new pair', young],
    ['a coin that changes', { ...nothing, changing: new Set(['OAX']) }],
  ])('of %s is a Notice', (_, said) => {
    const { engine, pair } = oax()
    takeOfficialStatus(engine, said)
    updateEpisode(engine, pair, sight())
    updateEpisode(engine, pair, sight({ tier: 'danger', confirmed: false }))
    expect(pair.episode!.tier).toBe('notice')
  })

  test('is a Danger where trades confirm it', () => {
    const { engine, pair } = oax()
    takeOfficialStatus(engine, young)
    updateEpisode(engine, pair, sight({ tier: 'danger', confirmed: true }))
    expect(pair.episode!.tier).toBe('danger')
  })

  test('does not make a louder card quiet', () => {
    const { engine, pair } = oax()
    updateEpisode(engine, pair, sight())
    takeOfficialStatus(engine, young)
    updateEpisode(engine, pair, sight())
    expect(pair.episode!.tier).toBe('warning')
  })
})
