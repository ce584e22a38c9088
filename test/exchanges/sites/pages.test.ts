import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../src/exchanges/registry.ts'

// Names as venues give them: letters, digits, and (since 2025) other scripts.
const name = fc
  .oneof(fc.stringMatching(/^[A-Z0-9]{1,12}$/), fc.constantFrom('币安人生', 'ЁЖ', 'Ａ', 'ÅNGSTRÖM', '日本'))
  .map((text) => text.toUpperCase())

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('pages of %s', (_, exchange) => {
  // Addresses that join the names can be split by the venue's own quote currencies alone.
  const quoteName = exchange.quotes ? fc.constantFrom(...exchange.quotes) : name

  test('lead there and back for any pair', () => {
    fc.assert(
      fc.property(name, quoteName, fc.constantFrom('en', 'ja'), (base, quote, locale) => {
        expect(exchange.pairOf(exchange.pageOf({ base, quote }, locale))).toEqual({ base, quote })
      }),
    )
  })

  test('that are odd show no pair, and never throw', { timeout: 20_000 }, () => {
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
        // Where it does see one, both names are there and upper case.
        expect(pair.base).not.toBe('')
        expect(pair.quote).not.toBe('')
        expect(pair.base.toUpperCase()).toBe(pair.base)
      }),
      { numRuns: 500 },
    )
  })

  test('of other sites are never taken for ours', () => {
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
