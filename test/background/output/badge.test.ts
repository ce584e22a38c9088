import { describe, expect, test } from 'vitest'
import { badgeOf } from '../../../src/background/output/badge.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { drawnAt, drawnEpisode } from '../drawn/drawn-episode.ts'

const venue = (kind: VenueState['kind']): VenueState => ({
  venue: 'binance',
  kind,
  receivedAt: null,
  marketAt: null,
  retryAt: null,
  pairs: 0,
  dropped: 0,
  reason: null,
})

const badge = (...tiers: ('notice' | 'warning' | 'danger')[]) =>
  badgeOf(
    tiers.map((tier, i) => drawnEpisode({ id: String(i), tier })),
    [venue('live')],
    [],
    drawnAt,
  )

describe('badge', () => {
  test('counts Warnings and Dangers under the face of the worst', () => {
    expect(badge()).toEqual({ text: '', face: 'calm' })
    expect(badge('notice', 'notice')).toEqual({ text: '', face: 'notice' })
    expect(badge('notice', 'warning')).toEqual({ text: '1', face: 'warning' })
    expect(badge('danger', 'notice', 'warning')).toEqual({ text: '2', face: 'danger' })
  })

  test('leaves out what settled and what is muted, until the mute ends', () => {
    const mute = (pair: string | null, until: number | null) => [{ pair, until }]
    const one = [drawnEpisode()]
    const face = (mutes: ReturnType<typeof mute>) => badgeOf(one, [venue('live')], mutes, drawnAt).face
    expect(badgeOf([drawnEpisode({ phase: 'settled' })], [], [], drawnAt).face).toBe('calm')
    expect(face(mute('binance:SYS/BTC', null))).toBe('calm')
    expect(face(mute(null, drawnAt + 1))).toBe('calm')
    expect(face(mute(null, drawnAt))).toBe('warning')
    expect(face(mute('binance:ETH/BTC', null))).toBe('warning')
  })

  test('is never calm while no venue can be heard', () => {
    const face = (...kinds: VenueState['kind'][]) => badgeOf([], kinds.map(venue), [], drawnAt).face
    for (const kind of ['stale', 'blocked', 'rate-limited', 'off'] as const)
      expect(face(kind)).toBe('offline')
    for (const kind of ['live', 'polling', 'connecting'] as const) expect(face('stale', kind)).toBe('calm')
    expect(badgeOf([drawnEpisode()], [venue('stale')], [], drawnAt)).toEqual({ text: '1', face: 'warning' })
  })
})
