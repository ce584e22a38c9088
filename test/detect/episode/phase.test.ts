import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareGivenBack } from '../../../src/detect/episode/phase-signs.ts'
import {
  fadingMs,
  fallenFirstMs,
  fallenMs,
  fallingShare,
  leastPhaseMs,
  longestQuietMs,
  recoveredShare,
  settleFallenMs,
  settleMs,
} from '../../../src/detect/episode/phase-settings.ts'
import { beginTrack } from '../../../src/detect/episode/phase-track.ts'
import { fall, updatePhase } from '../../../src/detect/episode/phase.ts'
import { movePrice, type RunningEpisode } from '../../../src/detect/episode/running-episode.ts'
import { dataGapMs } from '../../../src/detect/settings.ts'
import { leastLargeFall } from '../../../src/detect/thresholds.ts'
import type { Phase } from '../../../src/market/episode.ts'
import { runningPump } from '../synthetic/running-pump.ts'

const begin = 1_700_000_000_000
const second = 1000
const minute = 60_000

/** A rise of 10 % (of a fall: of as much) that has just been told. */
function risen(direction: 1 | -1 = 1): RunningEpisode {
  const running = Object.assign(runningPump(begin, 100), { direction })
  tick(running, second, 100 + 10 * direction, true)
  expect(running.phase).toBe('surging')
  return running
}

/** One price; returns the phase. `hasSign`: the anomaly shows itself. */
function tick(running: RunningEpisode, afterMs: number, price: number, hasSign = false): Phase {
  const at = running.track ? running.track.seenAt + afterMs : running.updatedAt + afterMs
  movePrice(running, at, price)
  if (hasSign) running.signalAt = at
  updatePhase(running, at)
  return running.phase
}

/** The same price for so long, a tick every `stepMs`; returns the phases passed through. */
function hold(running: RunningEpisode, ms: number, price: number, stepMs = second): Phase[] {
  const passed: Phase[] = []
  for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
    const phase = tick(running, stepMs, price)
    if (phase !== passed.at(-1)) passed.push(phase)
  }
  return passed
}

describe('phases', () => {
  test('go from building to settled in the course of a pump', () => {
    const running = runningPump(begin, 100)
    expect(tick(running, second, 103, true)).toBe('building')
    expect(hold(running, 20 * second, 110)).toEqual(['surging'])
    expect(hold(running, 30 * second, 107)).toEqual(['surging', 'fading'])
    expect(hold(running, 40 * second, 104)).toEqual(['fading', 'falling'])
    expect(hold(running, 6 * minute, 103)).toEqual(['falling', 'settled'])
  })

  test('of a fall mirror those of a rise', () => {
    const running = risen(-1)
    expect(hold(running, 30 * second, 93)).toEqual(['surging', 'fading'])
    expect(hold(running, 40 * second, 96)).toEqual(['fading', 'falling'])
    expect(hold(running, 30 * second, 90.5)).toEqual(['falling', 'surging'])
  })

  test('fading comes without a new peak, later after a long climb than after a quick one', () => {
    const quick = risen()
    expect(hold(quick, fadingMs + 30 * second, 109.5)).toEqual(['surging', 'fading'])
    const long = runningPump(begin, 100)
    for (let n = 1; n <= 60; n++) tick(long, minute, 100 + n, true)
    expect(hold(long, fadingMs + 30 * second, 159)).toEqual(['surging'])
  })
})

describe('falling', () => {
  test('is said once a median of half a minute has stood below half for a while', () => {
    const running = risen()
    hold(running, 90 * second, 109.9)
    expect(hold(running, 15 * second + fallenMs, 104.5)).toEqual(['surging'])
    expect(hold(running, 2 * second, 104.5)).toContain('falling')
  })

  test('asks for more in the first minute, and for no more than that', () => {
    const running = risen()
    expect(hold(running, 50 * second, 104.2)).toEqual(['surging'])
    expect(tick(running, second, 103.9)).toBe('falling')
    const begun = risen()
    expect(hold(begun, fallenFirstMs - 2 * second, 103)).toEqual(['surging'])
    expect(hold(begun, 5 * second, 103)).toContain('falling')
  })

  test('counts the time before a rise, which is told at its highest', () => {
    const running = runningPump(begin, 100)
    running.track = beginTrack(running.updatedAt, 110, { at: begin - minute, price: 100 })
    tick(running, second, 110, true)
    hold(running, 10 * second, 110)
    expect(hold(running, 20 * second, 103)).toContain('falling')
  })

  test('is not said of a wick', () => {
    const running = risen()
    for (let n = 0; n < 3; n++) {
      expect(hold(running, 10 * second, 101)).toEqual(['surging'])
      expect(hold(running, 20 * second, 109)).toEqual(['surging'])
    }
  })

  test('of a slow feed is said at the second price, not at the first', () => {
    const running = runningPump(begin, 100)
    for (const price of [105, 110]) tick(running, minute, price, true)
    expect(tick(running, minute, 103)).toBe('surging')
    expect(tick(running, minute, 103)).toBe('falling')
  })

  test.each([
    ['nobody saw', 100 * second],
    ['is a gap in the data', dataGapMs + second],
  ])('does not come of a time that %s', (_, ms) => {
    const running = risen()
    tick(running, second, 101)
    const at = running.track!.seenAt + ms
    // The market is seen again, this pair not yet.
    expect(updatePhase(running, at)).toBe(false)
    expect(updatePhase(running, at + second)).toBe(false)
    expect(tick(running, 2 * second, 109)).toBe('surging')
  })

  test('is taken back where the price recovers, but not for a moment', () => {
    const running = risen()
    hold(running, 40 * second, 103)
    expect(hold(running, 10 * second, 109)).toEqual(['falling'])
    expect(hold(running, 30 * second, 103)).toEqual(['falling'])
    expect(hold(running, 30 * second, 106.5)).toEqual(['falling', 'fading'])
    hold(running, 40 * second, 103)
    expect(running.phase).toBe('falling')
    expect(hold(running, 30 * second, 109)).toEqual(['falling', 'surging'])
  })
})

describe('settled', () => {
  test('comes after a time without a sign, also near the peak', () => {
    const running = risen()
    hold(running, settleMs - 10 * second, 109.5)
    expect(running.phase).toBe('fading')
    expect(hold(running, 20 * second, 109.5)).toEqual(['fading', 'settled'])
  })

  test('waits until the price rests', () => {
    const running = risen()
    for (let n = 0; n < 8; n++) expect(hold(running, 2 * minute, n % 2 ? 100 : 104)).not.toContain('settled')
    expect(hold(running, settleFallenMs, 104)).not.toContain('settled')
    expect(hold(running, minute, 104)).toEqual(['falling', 'settled'])
  })

  test('comes at last where the price never rests', () => {
    const running = risen()
    let passedMs = 0
    for (; running.phase !== 'settled'; passedMs += minute)
      hold(running, minute, passedMs % 120_000 ? 97 : 103)
    expect(passedMs).toBeGreaterThan(longestQuietMs - minute)
    expect(passedMs).toBeLessThan(longestQuietMs + 3 * minute)
  })

  test('does not come of minutes that nobody saw', () => {
    const running = risen()
    hold(running, 40 * second, 103)
    expect(tick(running, 10 * minute, 103)).toBe('falling')
    expect(hold(running, settleFallenMs, 103)).toEqual(['falling', 'settled'])
  })

  test('is for good', () => {
    const running = risen()
    running.phase = 'settled'
    expect(tick(running, second, 500, true)).toBe('settled')
  })
})

/** Runs prices and shows each phase with when it came, and when the peak did. */
function phasesOf(list: readonly Step[], direction: 1 | -1) {
  const running = Object.assign(runningPump(begin, 100), { direction })
  const said: { phase: Phase; at: number; peakAt: number; givenBack: number; belowPeak: number }[] = []
  for (const { afterMs, times, price, hasSign } of list)
    for (let n = 0; n < times; n++) {
      const before = { phase: running.phase, changedAt: running.changedAt }
      tick(running, afterMs, direction === 1 ? price : 200 - price, hasSign)
      const { phase, changedAt, peakAt, track } = running
      const at = track!.seenAt
      const belowPeak = Math.log(running.peakPrice / running.lastPrice)
      const seen = { at, peakAt, belowPeak, givenBack: shareGivenBack(running) }
      if (phase !== before.phase) said.push({ phase, ...seen })
      if (changedAt !== (phase === before.phase ? before.changedAt : at))
        throw new Error('changedAt is wrong')
    }
  return said
}

interface Step {
  readonly afterMs: number
  readonly times: number
  readonly price: number
  readonly hasSign: boolean
}

const anySteps = fc.array(
  fc.record({
    afterMs: fc.constantFrom(100, 1000, 10_000, 60_000, 150_000, 600_000),
    times: fc.integer({ min: 1, max: 20 }),
    price: fc.integer({ min: 60, max: 160 }),
    hasSign: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
)

test('in any order of prices phases are true to what was seen', () => {
  fc.assert(
    fc.property(anySteps, fc.constantFrom(1 as const, -1 as const), (list, direction) => {
      const said = phasesOf(list, direction)
      said.forEach(({ phase, at, peakAt, givenBack, belowPeak }, i) => {
        const before = said[i - 1]
        // What is said stands, but for a new peak.
        if (before && peakAt <= before.at) expect(at - before.at).toBeGreaterThanOrEqual(leastPhaseMs)
        // Half is given back; of a rise less, where that is a large fall in itself.
        const least = belowPeak >= leastLargeFall ? recoveredShare : fallingShare
        if (phase === 'falling') expect(givenBack).toBeGreaterThanOrEqual(least)
        if (phase !== 'settled') return
        expect(['fading', 'falling']).toContain(before?.phase)
        expect(at - peakAt).toBeGreaterThanOrEqual(5 * minute)
      })
    }),
    { numRuns: 200 },
  )
})

test('a large fall is told at once, and once for one peak', () => {
  const running = risen()
  tick(running, second, 200)
  tick(running, second, 160)
  expect(fall(running, running.updatedAt)).toBe(true)
  expect(running.phase).toBe('falling')
  // It comes back for the most part, and swings.
  hold(running, minute, 190)
  expect(running.phase).not.toBe('falling')
  tick(running, second, 160)
  expect(fall(running, running.updatedAt)).toBe(false)
  // A higher peak can be fallen from again.
  hold(running, minute, 260)
  tick(running, second, 200)
  expect(fall(running, running.updatedAt)).toBe(true)
})

test('a rise that stands a fifth below its peak is falling, though it keeps more than half: once for one peak', () => {
  const running = risen()
  hold(running, 30 * second, 260)
  // 160 up, 72 back: less than half, and 28 % below the peak.
  hold(running, 14 * second, 188)
  expect(running.phase).toBe('surging')
  hold(running, 2 * second, 188)
  expect(running.phase).toBe('falling')
  hold(running, minute, 240)
  expect(running.phase).not.toBe('falling')
  hold(running, minute, 188)
  expect(running.phase).not.toBe('falling')
})

test('a hundred trades of a second are judged once, and a higher tier at once', () => {
  const running = risen()
  tick(running, second, 112)
  const { seenAt } = running.track!
  for (let n = 0; n < 9; n++) tick(running, 100, 112)
  expect(running.track!.seenAt).toBe(seenAt)
  Object.assign(running, { changedAt: seenAt + 950 })
  movePrice(running, seenAt + 950, 112)
  updatePhase(running, seenAt + 950)
  expect(running.track!.seenAt).toBe(seenAt + 950)
})
