import { beforeEach, describe, expect, test } from 'vitest'
import { annotateCard } from '../../../src/detect/cross-venue/annotate-card.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { pumpCard, sameCoinMarket } from './synthetic/pump-card.ts'
import { hourMs, minuteMs, SyntheticVenues } from './synthetic/synthetic-venues.ts'

let venues: SyntheticVenues
beforeEach(() => (venues = sameCoinMarket.standStill()))

describe('the move at other venues', () => {
  const evidenceOf = (card: Episode) =>
    annotateCard(venues.state, card, venues.now, venues.context).evidence.find(
      ({ sign }) => sign === 'other-venues',
    )

  test('is zero for a pump at one venue', () => {
    venues.run(2 * minuteMs)
    const card = pumpCard(venues.now)
    venues.priceFactors['a:SYS'] = 1.3
    venues.run(90_000)
    const found = evidenceOf(card)!
    expect(found).toMatchObject({ unit: 'fraction', count: 2 })
    expect(found.value).toBeCloseTo(0, 3)
    expect(found.windowMs).toBeGreaterThanOrEqual(90_000)
    expect(found.windowMs).toBeLessThan(90_000 + minuteMs + 5000)
  })

  test('is the median of their moves for a pump everywhere', () => {
    venues.run(2 * minuteMs)
    venues.clockLeadMs = -3 * hourMs
    const card = pumpCard(venues.now + venues.clockLeadMs)
    venues.usd['SYS']! *= 1.2
    venues.priceFactors['b:SYS'] = 1.02
    venues.run(90_000)
    expect(evidenceOf(card)!.value).toBeCloseTo(1.2 * 1.01 - 1, 2)
    expect(evidenceOf(card)!.at).toBe(venues.now + venues.clockLeadMs)
    expect(evidenceOf(card)!.windowMs).toBeLessThan(3 * minuteMs)
  })

  test('is measured over 20 minutes at most, with the actual window', () => {
    const card = pumpCard(venues.now)
    venues.run(hourMs)
    expect(evidenceOf(card)!.windowMs).toBeLessThanOrEqual(21 * minuteMs)
  })

  test('is not measured across a time without quotes', () => {
    const card = pumpCard(venues.now)
    venues.now += hourMs
    venues.run(2 * minuteMs)
    expect(evidenceOf(card)!.windowMs).toBeLessThan(3 * minuteMs)
  })

  test('is not measured across a change of the numeraire', () => {
    const japan = new SyntheticVenues(['a', 'b'].flatMap((venue) => [`${venue}:BTC/JPY`, `${venue}:SYS/JPY`]))
    japan.takeForexRates({ base: 'USD', quote: 'JPY', rate: 150, at: japan.now })
    // After two hours the forex rate is too old, and the yen becomes the numeraire.
    japan.run(2 * hourMs - minuteMs)
    japan.setWalk('SYS', null)
    const card = pumpCard(japan.now)
    japan.run(3 * minuteMs)
    const found = annotateCard(japan.state, card, japan.now, japan.context)
    expect(found.evidence.find(({ sign }) => sign === 'other-venues')?.value).toBeCloseTo(0, 2)
  })

  test('is missing if no other venue is known to list the same coin, or none has a price', () => {
    const card = { ...pumpCard(venues.now), venue: 'other' }
    venues.run(5 * minuteMs)
    expect(evidenceOf(card)).toBeUndefined()
    venues.silent.add('b:SYS/USDT').add('b:SYS/BTC').add('c:SYS/USDT').add('c:SYS/BTC')
    venues.run(2 * minuteMs)
    expect(evidenceOf(pumpCard(venues.now))).toBeUndefined()
  })

  test('is not added to a market-wide card', () => {
    const card = {
      ...pumpCard(venues.now),
      kind: 'market-wide',
      symbol: null,
      base: null,
      quote: null,
    } as const
    expect(annotateCard(venues.state, card, venues.now, venues.context)).toBe(card)
  })
})
