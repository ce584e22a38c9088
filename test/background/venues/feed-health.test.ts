import { describe, expect, test } from 'vitest'
import {
  createFeedHealth,
  isSilent,
  maxPollSilenceMs,
  maxSilenceMs,
  feedStateOf,
  type FeedHealth,
} from '../../../src/background/venues/feed-health.ts'

const pollMs = 10_000
const start = 1_000_000
const health = (part: Partial<FeedHealth> = {}): FeedHealth => ({
  ...createFeedHealth(start),
  ...part,
})
const refusal = { kind: 'rate-limited', retryAt: start + 60_000, reason: 'HTTP 429' } as const

describe('the state of a feed', () => {
  test('is connecting at first, and stale after a silence', () => {
    expect(feedStateOf(health(), null, pollMs, start + 1000).kind).toBe('connecting')
    expect(feedStateOf(health(), null, pollMs, start + maxSilenceMs + 1).kind).toBe('stale')
  })

  test('is live while the stream sends data, even if REST is refused', () => {
    const state = feedStateOf(health({ streamedAt: start + 5000 }), refusal, pollMs, start + 6000)
    expect(state).toMatchObject({ kind: 'live', receivedAt: start + 5000, retryAt: null, reason: null })
  })

  test('is stale after the stream fell silent, and polling while polls replace it', () => {
    const now = start + 100_000
    expect(feedStateOf(health({ streamedAt: start }), null, pollMs, now).kind).toBe('stale')
    const polled = feedStateOf(health({ streamedAt: start, polledAt: now - 3000 }), null, pollMs, now)
    expect(polled).toMatchObject({ kind: 'polling', receivedAt: now - 3000 })
  })

  test.each([5000, 10_000, 60_000])(
    'is not polling 15 s after the last answer, asked every %i ms',
    (everyMs) => {
      const polled = health({ polledAt: start })
      expect(feedStateOf(polled, null, everyMs, start + 12_000).kind).toBe('polling')
      expect(feedStateOf(polled, null, everyMs, start + maxPollSilenceMs).kind).toBe('stale')
    },
  )

  test('is the refusal while there are no data, with the time of the retry', () => {
    const state = feedStateOf(health(), refusal, pollMs, start + 30_000)
    expect(state).toMatchObject({ kind: 'rate-limited', retryAt: refusal.retryAt, reason: 'HTTP 429' })
  })
})

test('silence counts from the start where nothing ever came', () => {
  expect(isSilent(health(), start + maxSilenceMs)).toBe(false)
  expect(isSilent(health(), start + maxSilenceMs + 1)).toBe(true)
})
