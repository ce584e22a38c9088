import { describe, expect, test } from 'vitest'
import { isSilent, silentMs, stateOf, type Seen } from '../../../src/background/venues/feed-health.ts'

const pollMs = 10_000
const start = 1_000_000
const seen = (part: Partial<Seen> = {}): Seen => ({
  startedAt: start,
  streamedAt: 0,
  polledAt: 0,
  dropped: 0,
  ...part,
})
const refusal = { kind: 'rate-limited', retryAt: start + 60_000, reason: 'HTTP 429' } as const

describe('how a venue stands', () => {
  test('at first it is connecting, and stale once it stayed silent', () => {
    expect(stateOf(seen(), null, pollMs, start + 1000).kind).toBe('connecting')
    expect(stateOf(seen(), null, pollMs, start + silentMs + 1).kind).toBe('stale')
  })

  test('a stream that speaks is live, whatever REST says', () => {
    const state = stateOf(seen({ streamedAt: start + 5000 }), refusal, pollMs, start + 6000)
    expect(state).toMatchObject({ kind: 'live', receivedAt: start + 5000, retryAt: null, reason: null })
  })

  test('a stream that fell silent is stale, polls in its place are polling', () => {
    const now = start + 100_000
    expect(stateOf(seen({ streamedAt: start }), null, pollMs, now).kind).toBe('stale')
    const polled = stateOf(seen({ streamedAt: start, polledAt: now - 3000 }), null, pollMs, now)
    expect(polled).toMatchObject({ kind: 'polling', receivedAt: now - 3000 })
  })

  test('without data the refusal is shown, with the time of the next try', () => {
    const state = stateOf(seen(), refusal, pollMs, start + 30_000)
    expect(state).toMatchObject({ kind: 'rate-limited', retryAt: refusal.retryAt, reason: 'HTTP 429' })
  })
})

test('silence is counted from the start where nothing ever came', () => {
  expect(isSilent(seen(), start + silentMs)).toBe(false)
  expect(isSilent(seen(), start + silentMs + 1)).toBe(true)
})
