import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownLink } from '../../../src/exchanges/official/own-link.ts'
import { exchanges, siteOf } from '../../../src/exchanges/registry.ts'
import { samples } from '../samples/registry.ts'

test.each(exchanges)('$name has hosts of its own', ({ id, pages, ownHosts }) => {
  for (const page of pages)
    expect(ownHosts, `add it to ownHosts of ${id}Site`).toContain(new URL(page.replace('*', '')).hostname)
  for (const host of ownHosts) expect(new URL(`https://${host}/`).hostname).toBe(host)
})

test('announcements in the samples link to their own exchange', () => {
  const links = exchanges.flatMap(({ id }) =>
    samples[id]!.payloads.flatMap(({ rows }) =>
      rows.flatMap((row) => (row.type === 'notice' && row.url ? [[id, row.url] as const] : [])),
    ),
  )
  expect(links.length).toBeGreaterThan(4)
  for (const [id, url] of links) expect(ownLink(id, url)).toBe(url)
})

test.each([
  'https://www.binance.com/en/support/announcement/abc?x=1#y',
  'https://www.binance.com',
  'https://www.binance.com:443/en',
  'HTTPS://WWW.BINANCE.COM/en',
])('%s is one', (url) => {
  expect(ownLink('binance', url)).toBe(url)
})

test.each([
  'http://www.binance.com/en',
  'https://www.binance.com.evil.test/',
  'https://evil.test/www.binance.com',
  'https://www.binance.com@evil.test/',
  'https://evil.test#@www.binance.com/',
  'https://www.binance.com:444/',
  'https://binance.com/en',
  'https://wwwbinance.com/',
  'https://www.bınance.com/',
  'https://xn--www-bnance-5ub.com/',
  'https://www.binance.com\\@evil.test/',
  'https:\\\\www.binance.com/',
  'https://www.binance.com%2eevil.test/',
  ' https://www.binance.com/',
  'https://www.bin\tance.com/',
  'https://www.binance.com/\u202egnp',
  'https://www.binance.com/"onclick=',
  '//www.binance.com/',
  'javascript:alert(1)//https://www.binance.com/',
  'https://www.binance.com./en',
  'https://www.okx.com/help',
  '',
  undefined,
])('%j is none', (url) => {
  expect(ownLink('binance', url)).toBeNull()
  expect(ownLink('constructor', url)).toBeNull()
})

describe('odd URLs', () => {
  const part = fc.constantFrom(
    ...[
      'https://',
      'http://',
      '//',
      'www.binance.com',
      'binance.com',
      'evil.test',
      '@',
      ':',
      '443',
      '/',
      '\\',
    ],
    ...[
      '?',
      '#',
      '.',
      '%2f',
      '%40',
      '\t',
      '\n',
      ' ',
      'user',
      'xn--',
      '。',
      'ｗｗｗ',
      '[::1]',
      '127.0.0.1',
      '-',
    ],
  )
  const odd = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 6 }).map((parts) => `https://www.binance.com${parts.join('')}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }).map((text) => `https://www.binance.com/${text}`),
  )

  test('pass only where a browser too opens a host of the exchange over TLS without credentials', () => {
    let passed = 0
    fc.assert(
      fc.property(odd, (url) => {
        if (ownLink('binance', url) === null) return
        passed++
        const parsed = new URL(url)
        expect(parsed.protocol).toBe('https:')
        expect(siteOf('binance')!.ownHosts).toContain(parsed.hostname)
        expect([parsed.username, parsed.password, parsed.port]).toEqual(['', '', ''])
      }),
      { numRuns: 3_000 },
    )
    expect(passed).toBeGreaterThan(20)
  })
})
