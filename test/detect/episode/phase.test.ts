import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareGivenBack, phaseOf, updatePhase } from '../../../src/detect/episode/phase.ts'
import { movePrice, type RunningEpisode } from '../../../src/detect/episode/running-episode.ts'
import { type Phase, phases } from '../../../src/market/episode.ts'
import { runningPump } from '../synthetic/running-pump.ts'
import { fadingMs, settleFallenMs, settleMs } from '../../../src/detect/settings.ts'

const begin = 1_700_000_000_000

/** Moves the price of a running episode and returns its phase. `hasSignal`: the anomaly shows itself. */
function move(running: RunningEpisode, afterMs: number, price: number, hasSignal = false): Phase {
  const at = running.updatedAt + afterMs
  movePrice(running, at, price)
  if (hasSignal) running.signalAt = at
  updatePhase(running, at)
  return running.phase
}

describe('phase', () => {
  test('goes from building to settled in the course of a pump', () => {
    const running = runningPump(begin, 100)
    expect(move(running, 1000, 103, true)).toBe('building')
    expect(move(running, 5000, 110, true)).toBe('surging')
    expect(move(running, 20_000, 140, true)).toBe('surging')
    expect(move(running, 10_000, 132)).toBe('surging')
    expect(move(running, 10_000, 128)).toBe('fading')
    expect(move(running, 10_000, 121)).toBe('fading')
    expect(move(running, 10_000, 119)).toBe('falling')
    expect(move(running, settleFallenMs - 41_000, 110)).toBe('falling')
    expect(move(running, 40_000, 110)).toBe('settled')
  })

  test('turns to falling exactly when half of the rise is given back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 110, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (peak, back) => {
          const running = runningPump(begin, 100)
          move(running, 5000, peak, true)
          const phase = move(running, 5000, peak - back * (peak - 100))
          expect(phase === 'falling').toBe(shareGivenBack(running) >= 0.5)
        },
      ),
    )
  })

  test('of a fall has its peak at the lowest price, and gives back upwards', () => {
    const running = Object.assign(runningPump(begin, 100), { direction: -1 as const })
    expect(move(running, 5000, 60, true)).toBe('surging')
    expect(move(running, 5000, 79)).toBe('fading')
    expect(move(running, 5000, 81)).toBe('falling')
  })

  test('settles after a time without signals, even at the peak', () => {
    const running = runningPump(begin, 100)
    move(running, 5000, 130, true)
    // A third of the time it rose is added: 5/3 s here, an hour after a climb of three hours.
    const settles = running.signalAt + settleMs + 5000 / 3
    expect(phaseOf(running, settles - 1)).not.toBe('settled')
    expect(phaseOf(running, settles)).toBe('settled')
  })

  test('stays settled', () => {
    const running = runningPump(begin, 100)
    running.phase = 'settled'
    expect(move(running, 1000, 500, true)).toBe('settled')
  })

  test('fades later after a long climb than after a quick one', () => {
    const quick = runningPump(begin, 100)
    move(quick, 10_000, 150, true)
    const long = runningPump(begin, 100)
    for (let minute = 1; minute <= 60; minute++) move(long, 60_000, 100 + minute, true)
    expect(move(quick, fadingMs + 30_000, 149)).toBe('fading')
    expect(move(long, fadingMs + 30_000, 159)).toBe('surging')
  })

  test('returns to surging only at a clearly new peak', () => {
    const running = runningPump(begin, 100)
    move(running, 10_000, 140, true)
    expect(move(running, 10_000, 126)).toBe('fading')
    expect(move(running, 10_000, 140.5, true)).toBe('fading')
    expect(move(running, 10_000, 160, true)).toBe('surging')
  })

  test('never goes back otherwise, and a change is reported exactly when there is one', () => {
    const steps = fc.array(
      fc.record({
        after: fc.integer({ min: 100, max: 200_000 }),
        price: fc.integer({ min: 60, max: 200 }),
        sign: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (list) => {
        const running = runningPump(begin, 100)
        for (const { after, price, sign } of list) {
          const before = { phase: running.phase, peak: running.fadedPeak, changedAt: running.changedAt }
          const at = running.updatedAt + after
          movePrice(running, at, price)
          if (sign) running.signalAt = at
          const changed = updatePhase(running, at)
          expect(changed).toBe(running.phase !== before.phase)
          if (changed) expect(running.changedAt).toBe(at)
          else expect(running.changedAt).toBe(before.changedAt)
          const isBack = phases.indexOf(running.phase) < phases.indexOf(before.phase)
          // From falling to fading and on, or from fading to surging: only above the peak that faded.
          if (isBack) expect(running.peakPrice).toBeGreaterThan(before.peak)
        }
      }),
      { numRuns: 300 },
    )
  })
})
