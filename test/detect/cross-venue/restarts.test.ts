import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAcross, resumeGaps, saveAcross } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { isOpen } from '../../../src/market/episode.ts'
import { agreed } from './drawn/drawn-agreed.ts'
import { hour, minute } from './drawn/drawn-venues.ts'

describe('what outlives the worker', () => {
  test('a clone at any point changes nothing', () => {
    const play = (cloneAt: number) => {
      const venues = agreed()
      let step = 0
      venues.run(40 * minute, () => {
        if (step++ === cloneAt) venues.across = structuredClone(venues.across)
        venues.off['a:SYS'] = step > 24 && step < 200 ? 1.25 : 1
      })
      return venues.changes
    }
    const whole = play(-1)
    expect(whole.length).toBeGreaterThan(3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 479 }), (at) => {
        expect(play(at)).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  test('a restart at any point leaves one card of the event, with the same tier in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 479 }), (at) => {
        const venues = agreed()
        let step = 0
        venues.run(80 * minute, () => {
          if (step++ === at) venues.across = openAcross(structuredClone(saveAcross(venues.across)))
          venues.off['a:SYS'] = step > 24 && step < 200 ? 1.25 : 1
        })
        expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
        expect(venues.changes.at(-1)).toMatchObject({ tier: 'warning', phase: 'settled' })
      }),
      { numRuns: 20 },
    )
  })

  test('a stored card goes on where the saved state is older than it', () => {
    const venues = agreed()
    const saved = structuredClone(saveAcross(venues.across))
    venues.off['a:SYS'] = 1.25
    venues.run(10 * minute)
    const card = venues.changes.at(-1)!
    expect(isOpen(card)).toBe(true)
    venues.across = openAcross(saved)
    resumeGaps(venues.across, [card])
    venues.off['a:SYS'] = 1
    venues.run(hour)
    expect(new Set(venues.changes.map(({ id }) => id))).toEqual(new Set([card.id]))
    expect(venues.changes.at(-1)!.phase).toBe('settled')
  })

  test('and does not where the saved state is newer', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.25
    venues.run(90_000)
    const card = venues.changes.at(-1)!
    expect(card.tier).toBe('notice')
    venues.run(10 * minute)
    venues.across = openAcross(structuredClone(saveAcross(venues.across)))
    resumeGaps(venues.across, [card])
    venues.off['a:SYS'] = 1
    venues.run(hour)
    expect(venues.changes.at(-1)).toMatchObject({ id: card.id, tier: 'warning', phase: 'settled' })
  })

  test('a clock that is set back does not blind it', () => {
    const venues = agreed()
    venues.now -= 3 * hour
    venues.run(5 * minute)
    venues.off['a:SYS'] = 1.35
    expect(venues.run(10 * minute).at(-1)?.tier).toBe('danger')
  })
})
