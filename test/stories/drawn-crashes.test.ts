import { describe, expect, test } from 'vitest'
import { type Crash, playCrash, warnedPairs } from './drawn/drawn-crash.ts'
import { isWhole } from '../shared/length.ts'

/** A fifth in 35 minutes, half of it back in ten more. */
const fifth: Crash['points'] = [
  [0, 1],
  [1200, 0.93],
  [1800, 0.85],
  [2100, 0.8],
  [2700, 0.88],
  [3600, 0.9],
]
/** 2025-10-10 as alts went through it: a hole, and most of it back in half an hour. */
const hole: Crash['points'] = [
  [0, 1],
  [1200, 0.94],
  [1500, 0.887],
  [1740, 0.705],
  [1860, 0.472],
  [1920, 0.497],
  [2400, 0.705],
  [3600, 0.756],
]

const crashes = [
  ['of a fifth, one beta', fifth, 0, 3],
  ['of a fifth, betas apart', fifth, 0.25, 12],
  ['of a half, one beta', hole, 0, 12],
  ['of a half, betas apart', hole, 0.25, 3],
  ['of a half, betas apart and loud', hole, 0.25, 12],
] as const
// The deepest, and the one whose coins agree least, where not all is asked for.
const played = isWhole ? crashes : [crashes[1], crashes[4]]

describe.each(played)('a crash and its rebound: %s', (_, points, betaSpread, times) => {
  test('is one Danger of the whole market, hardly one of a single pair', { timeout: 300_000 }, () => {
    const changes = playCrash({ points, seconds: 3600, betaSpread, times })
    const market = changes.filter(({ symbol }) => symbol === null)
    expect(new Set(market.map(({ id }) => id)).size).toBe(1)
    expect(market.at(-1)).toMatchObject({ kind: 'market-wide', tier: 'danger' })
    expect(market.map(({ phase }) => phase)).toContain('fading')
    expect(warnedPairs(changes).size).toBeLessThanOrEqual(10)
  })
})
