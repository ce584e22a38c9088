import { describe, expect, test } from 'vitest'
import { newerState, silentAfterMs, silenceOf } from '../../src/shared/silence.ts'
import { venue, wallNow } from '../../tools/examples/made-up.ts'

describe('silenceOf', () => {
  test('is undefined while data come, and while nothing is known of the venue', () => {
    expect(silenceOf(venue(), wallNow)).toBeUndefined()
    expect(silenceOf(venue({ kind: 'polling' }), wallNow)).toBeUndefined()
    expect(silenceOf(undefined, wallNow)).toBeUndefined()
  })

  test.each(['stale', 'blocked', 'rate-limited', 'off'] as const)(
    'a venue that is %s is silent since its last data',
    (kind) => {
      expect(silenceOf(venue({ kind, receivedAt: wallNow - 9_000 }), wallNow)).toBe(9_000)
    },
  )

  test('a venue that never spoke is silent without a length', () => {
    expect(silenceOf(venue({ kind: 'stale', receivedAt: null }), wallNow)).toBeNull()
    expect(silenceOf(venue({ kind: 'connecting', receivedAt: null }), wallNow)).toBeUndefined()
  })

  test('what a dead worker left as live goes silent by its age', () => {
    expect(silenceOf(venue({ receivedAt: wallNow - silentAfterMs }), wallNow)).toBeUndefined()
    expect(silenceOf(venue({ receivedAt: wallNow - silentAfterMs - 1 }), wallNow)).toBe(silentAfterMs + 1)
  })
})

test('fresher prefers the later data, the first where they are equal, and whichever there is', () => {
  const [old, young] = [venue({ receivedAt: 1 }), venue({ receivedAt: 2 })]
  expect(newerState(old, young)).toBe(young)
  expect(newerState(young, old)).toBe(young)
  expect(newerState(old, { ...old })).toBe(old)
  expect(newerState(undefined, old)).toBe(old)
  expect(newerState(old, undefined)).toBe(old)
})
