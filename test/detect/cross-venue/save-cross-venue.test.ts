import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  loadCrossVenueState,
  resumeGapEpisodes,
  saveCrossVenue,
} from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { isOpen } from '../../../src/market/episode.ts'
import { agreedVenues } from './synthetic/agreed-venues.ts'
import { hourMs, minuteMs } from './synthetic/synthetic-venues.ts'

describe('cross-venue state', () => {
  test('is saved in the stored format', () => {
    const venues = agreedVenues()
    venues.takeForexRates({ base: 'USD', quote: 'JPY', rate: 150, at: venues.now })
    venues.priceFactors['a:SYS'] = 1.25
    venues.run(10 * minuteMs)
    const { shape, coins, gaps, forex, ...others } = saveCrossVenue(venues.state)
    expect(others).toEqual({})
    expect(shape).toBe(1)
    // The price of `a` was off in ten samples; that of BTC was not.
    const together = [
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]
    expect(coins).toEqual([
      ['BTC', [together]],
      [
        'SYS',
        [
          [
            ['a', 10],
            ['b', 0],
            ['c', 0],
          ],
        ],
      ],
    ])
    expect(gaps.map(({ running, ...gap }) => [running.id, gap])).toEqual([
      [venues.changes.at(-1)!.id, { told: true }],
    ])
    expect(forex).toEqual([{ base: 'USD', quote: 'JPY', rate: 150, at: venues.now - 10 * minuteMs }])
  })

  test('gives the same results after a structured clone at any point', () => {
    const run = (cloneAt: number) => {
      const venues = agreedVenues()
      let step = 0
      venues.run(40 * minuteMs, () => {
        if (step++ === cloneAt) venues.state = structuredClone(venues.state)
        venues.priceFactors['a:SYS'] = step > 24 && step < 200 ? 1.25 : 1
      })
      return venues.changes
    }
    const uninterrupted = run(-1)
    expect(uninterrupted.length).toBeGreaterThan(3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 479 }), (at) => {
        expect(run(at)).toEqual(uninterrupted)
      }),
      { numRuns: 20 },
    )
  })

  test('restarted at any point gives one card of the event, with the same final tier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 479 }), (at) => {
        const venues = agreedVenues()
        let step = 0
        venues.run(80 * minuteMs, () => {
          if (step++ === at) venues.state = loadCrossVenueState(structuredClone(saveCrossVenue(venues.state)))
          venues.priceFactors['a:SYS'] = step > 24 && step < 200 ? 1.25 : 1
        })
        expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
        expect(venues.changes.at(-1)).toMatchObject({ tier: 'warning', phase: 'settled' })
      }),
      { numRuns: 20 },
    )
  })

  test('continues a stored card that is newer than the saved state', () => {
    const venues = agreedVenues()
    const saved = structuredClone(saveCrossVenue(venues.state))
    venues.priceFactors['a:SYS'] = 1.25
    venues.run(10 * minuteMs)
    const card = venues.changes.at(-1)!
    expect(isOpen(card)).toBe(true)
    venues.state = loadCrossVenueState(saved)
    resumeGapEpisodes(venues.state, [card])
    venues.priceFactors['a:SYS'] = 1
    venues.run(hourMs)
    expect(new Set(venues.changes.map(({ id }) => id))).toEqual(new Set([card.id]))
    expect(venues.changes.at(-1)!.phase).toBe('settled')
  })

  test('continues the saved episode if it is newer than the stored card', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1.25
    venues.run(90_000)
    const card = venues.changes.at(-1)!
    expect(card.tier).toBe('notice')
    venues.run(10 * minuteMs)
    venues.state = loadCrossVenueState(structuredClone(saveCrossVenue(venues.state)))
    resumeGapEpisodes(venues.state, [card])
    venues.priceFactors['a:SYS'] = 1
    venues.run(hourMs)
    expect(venues.changes.at(-1)).toMatchObject({ id: card.id, tier: 'warning', phase: 'settled' })
  })

  test.each([
    { coins: null, gaps: [] },
    { coins: [['SYS', [null]]], gaps: [] },
    { coins: [], gaps: [{ told: true }] },
  ])('begins anew where what was stored is damaged: %j', (damaged) => {
    const saved = { shape: 1, forex: [], ...damaged } as unknown as Parameters<typeof loadCrossVenueState>[0]
    expect(loadCrossVenueState(saved).coins.size).toBe(0)
  })

  test('detects gaps after the clock was set back', () => {
    const venues = agreedVenues()
    venues.now -= 3 * hourMs
    venues.run(5 * minuteMs)
    venues.priceFactors['a:SYS'] = 1.35
    expect(venues.run(10 * minuteMs).at(-1)?.tier).toBe('danger')
  })
})
