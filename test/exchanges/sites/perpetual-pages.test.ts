import { describe, expect, test } from 'vitest'
import { perpetuals, siteOf } from '../../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../../src/market/venue-id.ts'

// What the address of a contract's page says, whether its symbol is known or not.

const pairs = [
  { base: 'BTC', quote: 'USDT' },
  { base: 'SYS', quote: 'USDT' },
  { base: '1INCH', quote: 'USDT' },
]

describe.each(perpetuals.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  test.each(pairs)('$base/$quote has a page that is read back', (pair) => {
    for (const locale of ['en', 'ja']) {
      const href = exchange.pageOf(pair, locale)
      expect(exchange.pairOf(href), href).toEqual(pair)
      expect(exchange.shownOn(href)).toEqual({ ...pair, market: 'perpetual', isRead: true })
      // The spot market is of another page.
      expect(siteOf(exchangeIdOf(id))?.pairOf(href) ?? null).toBeNull()
    }
  })
})
