import { expect, test } from 'vitest'
import { exchangeOf, perpetuals, siteOf, sites } from '../../src/exchanges/registry.ts'
import { exchangeIdOf, marketOf, otherMarketOf, perpetualIdOf } from '../../src/market/venue-id.ts'
import { langs } from '../../src/shared/languages.ts'
import { venueName } from '../../src/shared/venue-name.ts'

test('the two markets of an exchange know each other by their ids', () => {
  expect(perpetualIdOf('binance')).toBe('binance-perpetual')
  expect([marketOf('binance'), marketOf('binance-perpetual')]).toEqual(['spot', 'perpetual'])
  expect([exchangeIdOf('binance'), exchangeIdOf('binance-perpetual')]).toEqual(['binance', 'binance'])
  expect(otherMarketOf(otherMarketOf('gate'))).toBe('gate')
})

test.each(perpetuals.map((market) => [market.id, market] as const))('%s', (id, market) => {
  expect(exchangeOf(id)).toBe(market)
  expect(siteOf(id)?.id).toBe(id)
  const site = siteOf(exchangeIdOf(id))
  expect(sites).toContain(site)
  // Its pages are its exchange's: nothing more is asked for than hosts of data.
  expect(market.pages).toEqual(site?.pages)
  // Its name is the exchange's and says which market it is, in every language.
  for (const lang of langs) {
    const name = venueName(exchangeIdOf(id), lang)
    expect(venueName(id, lang)).toMatch(new RegExp(`^${name.replace('.', '\\.')} .+`))
  }
})
