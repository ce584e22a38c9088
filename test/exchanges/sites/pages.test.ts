import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../src/exchanges/registry.ts'

// Names of coins: letters, digits, and (since 2025) other scripts.
const name = fc
  .oneof(fc.stringMatching(/^[A-Z0-9]{1,12}$/), fc.constantFrom('币安人生', 'ЁЖ', 'Ａ', 'ÅNGSTRÖM', '日本'))
  .map((text) => text.toUpperCase())

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('pages of %s', (_, exchange) => {
  // Addresses without a separator can only be split by known quote currencies.
  const quoteName = exchange.quotes ? fc.constantFrom(...exchange.quotes) : name

  test('are written and read back for any pair', () => {
    fc.assert(
      fc.property(name, quoteName, fc.constantFrom('en', 'ja'), (base, quote, locale) => {
        expect(exchange.pairOf(exchange.pageOf({ base, quote }, locale))).toEqual({ base, quote })
      }),
    )
  })

  test('with odd addresses give null or a complete pair, and never throw', { timeout: 20_000 }, () => {
    const site = exchange.pages.map((page) => page.replace(/\*.*$/, ''))
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.tuple(fc.constantFrom(...site), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom(...site), fc.constantFrom('en/trade/', 'trade/', ''), fc.string())
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(odd, (href) => {
        const pair = exchange.pairOf(href)
        if (pair === null) return
        // A pair found by chance has both names, in upper case.
        expect(pair.base).not.toBe('')
        expect(pair.quote).not.toBe('')
        expect(pair.base.toUpperCase()).toBe(pair.base)
      }),
      { numRuns: 500 },
    )
  })

  test('on other sites are never recognised', () => {
    const page = exchange.pageOf({ base: 'SYS', quote: exchange.quotes?.[0] ?? 'BTC' }, 'en')
    const host = new URL(page).host
    for (const href of [
      page.replace(host, `${host}.example.com`),
      page.replace('https:', 'http:'),
      `https://example.com/?next=${page}`,
      `https://example.com${page.slice(new URL(page).origin.length)}`,
    ]) {
      expect(exchange.pairOf(href)).toBeNull()
    }
  })
})
