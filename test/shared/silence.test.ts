import { describe, expect, test } from 'vitest'
import { newerState, silentAfterMs, silenceOf } from '../../src/shared/silence.ts'
import { venue, wallNow } from '../../tools/examples/made-up.ts'

describe('silenceOf', () => {
  test('is undefined while data arrives, and for an unknown venue', () => {
    expect(silenceOf(venue(), wallNow)).toBeUndefined()
    expect(silenceOf(venue({ kind: 'polling' }), wallNow)).toBeUndefined()
    expect(silenceOf(undefined, wallNow)).toBeUndefined()
  })

  test.each(['stale', 'blocked', 'rate-limited', 'off'] as const)(
    'counts from the last data if the venue is %s',
    (kind) => {
      expect(silenceOf(venue({ kind, receivedAt: wallNow - 9_000 }), wallNow)).toBe(9_000)
    },
  )

  test('is null if the venue never sent data', () => {
    expect(silenceOf(venue({ kind: 'stale', receivedAt: null }), wallNow)).toBeNull()
    expect(silenceOf(venue({ kind: 'connecting', receivedAt: null }), wallNow)).toBeUndefined()
  })

  test('counts data left by a stopped worker once it is too old', () => {
    expect(silenceOf(venue({ receivedAt: wallNow - silentAfterMs }), wallNow)).toBeUndefined()
    expect(silenceOf(venue({ receivedAt: wallNow - silentAfterMs - 1 }), wallNow)).toBe(silentAfterMs + 1)
  })
})

test('newerState prefers later data, the first of equal ones, and whichever is known', () => {
  const [old, young] = [venue({ receivedAt: 1 }), venue({ receivedAt: 2 })]
  expect(newerState(old, young)).toBe(young)
  expect(newerState(young, old)).toBe(young)
  expect(newerState(old, { ...old })).toBe(old)
  expect(newerState(undefined, old)).toBe(old)
  expect(newerState(old, undefined)).toBe(old)
})
