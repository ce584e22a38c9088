import { describe, expect, test } from 'vitest'
import { perpetuals, siteOf } from '../../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../../src/market/venue-id.ts'

// What the address of a contract's page says, whether its symbol is known or not.

const bases = ['BTC', 'SYS', '1INCH']

/** The quote of all contracts, where no page names it or there is no other. */
const onlyQuotes: Readonly<Record<string, string>> = {
  'bitflyer-perpetual': 'JPY',
  'coinbase-perpetual': 'USDC',
  'hyperliquid-perpetual': 'USDC',
}

describe.each(perpetuals.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  test.each(bases)('%s has a page that is read back', (base) => {
    const pair = { base, quote: onlyQuotes[id] ?? 'USDT' }
    for (const locale of ['en', 'ja']) {
      const href = exchange.pageOf(pair, locale)
      expect(exchange.pairOf(href), href).toEqual(pair)
      expect(exchange.shownOn(href)).toEqual({ ...pair, market: 'perpetual', isRead: true })
      // The spot market is of another page.
      expect(siteOf(exchangeIdOf(id))?.pairOf(href) ?? null).toBeNull()
    }
  })
})
