import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assetsIn } from '../../../src/exchanges/official/assets-in.ts'
import { classifyTitle } from '../../../src/exchanges/official/classify-title.ts'
import { figures } from './title-figures.ts'
import { titlesKnown } from './titles-known.ts'
import { titlesOfHardCoins, titlesOfWholeVenue, titlesSeen } from './titles-seen.ts'
import { titlesUnseen } from './titles-unseen.ts'
import { titlesOfIrregularMarkets, titlesOfMarketing } from './titles-word-or-marketing.ts'

/** Precision and recall per topic when the held-out titles were first classified. */
const floors: Readonly<Record<string, readonly [precision: number, recall: number]>> = {
  'api-keys': [1, 1],
  caution: [1, 1],
  delisting: [0.71, 1],
  'deposit-suspended': [1, 1],
  halt: [1, 1],
  listing: [1, 0.72],
  maintenance: [1, 0.87],
  migration: [1, 1],
  other: [0.78, 0.83],
  rollback: [1, 1],
  'withdrawal-suspended': [0.92, 1],
}
const leastOver = 0.98
const leastAssets = 0.88

const titlesByRule = [titlesSeen, titlesOfHardCoins, titlesOfWholeVenue, titlesOfIrregularMarkets].flat()

test.each([...titlesByRule, ...titlesOfMarketing])(
  '"$title" is about $what',
  ({ title, what, assets, over, market, isOfAsset }) => {
    const sorted = classifyTitle(title)
    expect(sorted).toEqual({ what, assets, isOver: over, market, scope: isOfAsset ? 'asset' : 'venue' })
  },
)

test('the category decides where no rule knows the title', () => {
  expect(classifyTitle('Notice', 'delistings').what).toBe('delisting')
  expect(classifyTitle('Notice', 'latest-announcements', 'new-listings').what).toBe('listing')
  expect(classifyTitle('Suspending SYS deposits', 'maintenance-updates').what).toBe('deposit-suspended')
  expect(classifyTitle('안내', '거래유의').what).toBe('caution')
  const unread = classifyTitle('Notice on matching', 'maintenance_system_updates')
  expect(unread).toMatchObject({ what: 'maintenance', scope: 'asset' })
})

test('any text is classified', () => {
  const topics = new Set([...titlesSeen, ...titlesKnown].map(({ what }) => what))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const { what, assets } = classifyTitle(title, title)
      expect([...topics, 'cancel-only']).toContain(what)
      for (const asset of assets) expect(asset).toMatch(/^(?:[A-Za-z0-9]{1,15}|\p{sc=Han}{1,15})$/u)
    }),
  )
})

// Five hundred characters are read. Where each place was tried against all others, so long a title took minutes.
test.each(['A', 'USDT', 'ABCD'])('coins are looked for in nothing but %j without going back', (piece) => {
  const title = `Notice of the ${piece.repeat(40_000 / piece.length)}`
  const timeOf = () => {
    const begun = performance.now()
    assetsIn(title)
    return performance.now() - begun
  }
  expect(Math.min(timeOf(), timeOf())).toBeLessThan(500)
})

test('a title is read as far as titles go, and so are an announcement’s categories', () => {
  const begin = 'Delisting of FOO '
  expect(classifyTitle(`${begin}${'x'.repeat(500)} and BARR`).assets).toEqual(['FOO'])
  let read = 0
  const category = { toString: () => `word ${read++}` }
  classifyTitle('x', ...Array<unknown>(1000).fill(category))
  expect(read).toBeLessThan(50)
})

describe('held-out titles', () => {
  const { perTopic, overRight, assetsRight, table } = figures(titlesUnseen)

  test('are classified as well as reported', () => {
    console.log(table)
    expect(Object.keys(perTopic).length).toBeGreaterThan(9)
  })

  test.each(Object.entries(floors))('%s', (topic, [precision, recall]) => {
    expect(perTopic[topic]!.precision).toBeGreaterThanOrEqual(precision)
    expect(perTopic[topic]!.recall).toBeGreaterThanOrEqual(recall)
  })

  test('are recognised as over, with the coins they name', () => {
    expect(overRight).toBeGreaterThanOrEqual(leastOver)
    expect(assetsRight).toBeGreaterThanOrEqual(leastAssets)
  })
})
