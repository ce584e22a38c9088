import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { againMs } from '../../../src/detect/settings.ts'
import { openAcross, resumeGaps, saveAcross } from '../../../src/detect/across/save-across.ts'
import { isOpen, type Episode } from '../../../src/market/episode.ts'
import { DrawnVenues, hour, kinAt, minute } from './drawn-venues.ts'

const cross = ['a:BTC/USDT', 'b:BTC/USDT', 'c:BTC/USDT']
const three = [...cross, 'a:SYS/USDT', 'b:SYS/USDT', 'c:SYS/USDT']
const known = new DrawnVenues(three)
known.run(4 * hour)

/** Venues that have agreed on SYS for hours, and now stand still. `a` is where things happen. */
function agreed(names = three): DrawnVenues {
  if (names === three) return known.still()
  const venues = new DrawnVenues(names)
  venues.run(8 * hour)
  return venues.still()
}

const said = (changes: readonly Episode[]) =>
  changes.map(({ venue, tier, phase }) => `${venue} ${tier} ${phase}`)
const tiersAfter = (venues: DrawnVenues, ms: number) => venues.run(ms).map(({ tier }) => tier)

describe('a venue gap', () => {
  test('needs kin: venues that have not agreed are not compared', () => {
    const venues = new DrawnVenues(three)
    venues.run(10 * minute)
    venues.off['a:SYS'] = 1.5
    expect(venues.run(hour)).toEqual([])
  })

  test('is a Notice after a minute, a Warning after two, Danger after three: by how far and how long', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.35
    expect(venues.run(minute)).toEqual([])
    expect(tiersAfter(venues, 10_000)).toEqual(['notice'])
    expect(tiersAfter(venues, minute)).toEqual(['warning'])
    expect(tiersAfter(venues, minute)).toEqual(['danger'])
  })

  test.each([
    [1.09, null],
    [1.12, 'notice'],
    [1.22, 'warning'],
    [1.32, 'danger'],
    [0.91, null],
    [0.88, 'notice'],
    [0.78, 'warning'],
    [0.68, 'danger'],
  ])('of %f comes to %s at most', (off, tier) => {
    const venues = agreed()
    venues.off['a:SYS'] = off
    const changes = venues.run(hour / 4)
    expect(changes.at(-1)?.tier ?? null).toBe(tier)
    expect(new Set(changes.map(({ venue }) => venue)).size).toBe(tier ? 1 : 0)
  })

  test('tells what was measured, of the venue that is off, from the price the others show', () => {
    const venues = agreed()
    venues.leadMs = 7000
    venues.off['a:SYS'] = 1.12
    const [card] = venues.run(2 * minute)
    const reference = venues.usd['SYS']! / venues.usd['USDT']!
    expect(card).toMatchObject({
      venue: 'a',
      symbol: 'SYSUSDT',
      kind: 'venue-gap',
      tier: 'notice',
      phase: 'surging',
      evidence: [{ sign: 'venue-gap', unit: 'fraction', windowMs: 0, count: 2 }],
    })
    expect(card!.startPrice / reference).toBeCloseTo(1, 4)
    expect(card!.lastPrice / reference).toBeCloseTo(1.12, 4)
    expect(card!.evidence[0]!.value).toBeCloseTo(0.12, 3)
    // In the venue's own time, since it began, with the line of the minutes before.
    expect(card!.changedAt - card!.startedAt).toBe(minute)
    expect(card!.startedAt).toBe(venues.now - 2 * minute + 5000 + venues.leadMs)
    expect(card!.line.start).toBeGreaterThan(20)
    expect(card!.line.values[0]! / reference).toBeCloseTo(1, 1)
  })

  test('keeps its id through its life, and settles when the venues are together again', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.35
    venues.run(10 * minute)
    venues.off['a:SYS'] = 1
    venues.run(hour)
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    expect(said(venues.changes).slice(-2)).toEqual(['a danger falling', 'a danger settled'])
  })

  test('that opens again soon is the same, later another', () => {
    const venues = agreed()
    const open = () => {
      venues.off['a:SYS'] = 1.12
      venues.run(5 * minute)
      venues.off['a:SYS'] = 1
    }
    open()
    venues.run(20 * minute)
    expect(venues.changes.at(-1)!.phase).toBe('settled')
    open()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    venues.run(againMs + hour)
    open()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(2)
  })

  test('holds until four fifths of its step, and a short dip below does not begin it anew', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.105
    venues.run(40_000)
    venues.off['a:SYS'] = 1.085
    venues.run(15_000)
    expect(said(venues.run(15_000))).toEqual(['a notice surging'])
    const dipped = agreed()
    dipped.off['a:SYS'] = 1.105
    dipped.run(40_000)
    dipped.off['a:SYS'] = 1.07
    dipped.run(5000)
    dipped.off['a:SYS'] = 1.105
    expect(dipped.run(50_000)).toEqual([])
  })

  test('of ten times is one of units, not of markets', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1000
    expect(venues.run(hour)).toEqual([])
  })
})

describe('who is off', () => {
  test('is told of the one, not of the others, whatever their number', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].flatMap((venue) => [`${venue}:BTC/USDT`, `${venue}:SYS/USDT`])
    const venues = agreed(names)
    expect(kinAt(venues, 'a', 'SYS')).toHaveLength(5)
    venues.off['d:SYS'] = 0.6
    const changes = venues.run(10 * minute)
    expect(new Set(changes.map(({ venue }) => venue))).toEqual(new Set(['d']))
    expect(changes.at(-1)!.evidence[0]!.count).toBe(4)
  })

  test('is unknown where the others differ among themselves', () => {
    const venues = agreed()
    Object.assign(venues.off, { 'a:SYS': 1.4, 'b:SYS': 0.8 })
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('cannot be known of two: a Notice of the one that moved, and the evidence says against one', () => {
    const venues = agreed(['a:BTC/USDT', 'b:BTC/USDT', 'a:SYS/USDT', 'b:SYS/USDT'])
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b'])
    venues.off['b:SYS'] = 1.5
    const changes = venues.run(20 * minute)
    expect(new Set(changes.map(({ venue, tier }) => `${venue} ${tier}`))).toEqual(new Set(['b notice']))
    expect(changes[0]!.evidence[0]!.count).toBe(1)
  })
})

describe('prices that are not fresh', () => {
  test('of the venue itself: nothing is told, however far its last price', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.4
    venues.run(5000)
    venues.silent.add('a:SYS/USDT')
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('of the others: what they said two minutes ago is no reference', () => {
    const venues = agreed()
    venues.silent.add('b:SYS/USDT').add('c:SYS/USDT')
    venues.run(minute)
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('of a cross: with BTC/KRW and USDT/KRW stale, a venue in won is compared with nobody', () => {
    const won = ['upbit:USDT/KRW', 'upbit:BTC/KRW', 'upbit:SYS/KRW']
    const venues = agreed([...three, ...won])
    expect(kinAt(venues, 'upbit', 'SYS')).toHaveLength(4)
    venues.silent.add('upbit:USDT/KRW').add('upbit:BTC/KRW')
    venues.run(minute)
    venues.off['upbit:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
    venues.silent.clear()
    expect(venues.run(10 * minute).at(-1)).toMatchObject({ venue: 'upbit', quote: 'KRW', tier: 'danger' })
  })

  test('in between do not count as time, and after a minute of them nothing counts', () => {
    const interrupted = (ms: number) => {
      const venues = agreed()
      venues.off['a:SYS'] = 1.12
      venues.run(45_000)
      venues.more['a:SYS/USDT'] = { listing: 'halted' }
      venues.run(ms)
      delete venues.more['a:SYS/USDT']
      const from = venues.now
      return venues.run(5 * minute)[0]!.changedAt - from
    }
    expect(interrupted(40_000)).toBe(20_000)
    expect(interrupted(70_000)).toBe(65_000)
  })
})

describe('a stale last price', () => {
  const thin = (last: number, bid: number, ask: number) => {
    const venues = agreed()
    const fair = venues.usd['SYS']! / venues.usd['USDT']!
    venues.more['a:SYS/USDT'] = { last: fair * last, bid: fair * bid, ask: fair * ask }
    return venues.run(10 * minute).at(-1)?.tier ?? null
  }
  test('is no gap where the book is with the others', () => expect(thin(1.4, 0.99, 1.01)).toBeNull())
  test('is no gap where the book spans both', () => expect(thin(1.4, 0.9, 1.5)).toBeNull())
  test('nor is an offer nobody has taken', () => expect(thin(1, 1.4, 1.41)).toBeNull())
  test('is one where the bid is as far', () => expect(thin(1.4, 1.35, 1.42)).toBe('danger'))
  test('counts by the nearer of the two', () => expect(thin(1.4, 1.12, 1.42)).toBe('notice'))
  test('below: by the ask', () => expect(thin(0.6, 0.5, 0.75)).toBe('warning'))

  test('without a book counts while it moves, and not for long after', () => {
    const last = { bid: undefined, ask: undefined }
    const moving = agreed()
    moving.more['a:SYS/USDT'] = last
    moving.walk('SYS', () => Math.log(moving.usd['SYS']! / 3) + 1e-4)
    moving.off['a:SYS'] = 1.15
    expect(moving.run(5 * minute)).toHaveLength(1)
    const still = agreed()
    still.more['a:SYS/USDT'] = last
    still.run(10 * minute)
    still.more['a:SYS/USDT'] = { ...last, last: 1.4 * 3 }
    // It moved once: two minutes of that are a Notice and no more than a Warning.
    expect([...new Set(tiersAfter(still, 10 * minute))]).toEqual(['notice', 'warning'])
  })
})

describe('what a venue says of itself', () => {
  test('a halted pair has no gap, and is none to hold others against', () => {
    const venues = agreed()
    venues.more['a:SYS/USDT'] = { listing: 'halted' }
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
    const left = agreed()
    left.more['b:SYS/USDT'] = { listing: 'halted' }
    left.off['a:SYS'] = 1.4
    // Only one other is left.
    expect(new Set(tiersAfter(left, 10 * minute))).toEqual(new Set(['notice']))
  })

  test('suspended deposits or withdrawals explain a gap and make it Danger, after as long as any', () => {
    const venues = agreed()
    const since = venues.now - hour
    venues.suspended['a:SYS'] = since
    venues.off['a:SYS'] = 1.12
    expect(said(venues.run(3 * minute))).toEqual(['a notice surging'])
    const [card] = venues.run(10_000)
    expect(card!.tier).toBe('danger')
    expect(card!.evidence.map(({ sign, value }) => [sign, sign === 'suspended' ? value : null])).toEqual([
      ['venue-gap', null],
      ['suspended', since],
    ])
  })

  test('a venue whose doors are shut is none to hold others against', () => {
    const venues = agreed()
    venues.suspended['b:SYS'] = venues.now
    venues.suspended['c:SYS'] = venues.now
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
  })
})

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

  test('a clock that is set back does not blind it', () => {
    const venues = agreed()
    venues.now -= 3 * hour
    venues.run(5 * minute)
    venues.off['a:SYS'] = 1.35
    expect(venues.run(10 * minute).at(-1)?.tier).toBe('danger')
  })
})
