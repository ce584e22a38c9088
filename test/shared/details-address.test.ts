import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairKey } from '../../src/market/pair.ts'
import { detailsAddress, pairOf, subjectOf } from '../../src/shared/details-address.ts'

const hashOf = (address: string) => address.slice(address.indexOf('#'))

describe('the hash of a details page', () => {
  test('round-trips any episode id', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (id) => {
        fc.pre(id.length <= 200)
        expect(subjectOf(hashOf(detailsAddress(id)))).toEqual({ kind: 'episode', id })
      }),
    )
  })

  test('can be written of any text: half a character is none', () => {
    expect(subjectOf(hashOf(detailsAddress('a\ud800b')))).toEqual({ kind: 'episode', id: 'a\ufffdb' })
  })

  test.each([
    ['binance:SYS/BTC', { venue: 'binance', base: 'SYS', quote: 'BTC' }],
    ['gate:币安人生/USDT', { venue: 'gate', base: '币安人生', quote: 'USDT' }],
    ['mexc:1000$CAT/USDT', { venue: 'mexc', base: '1000$CAT', quote: 'USDT' }],
  ])('contains the pair %s', (key, pair) => {
    expect(pairKey(pair)).toBe(key)
    expect(subjectOf(`#pair=${encodeURIComponent(key)}`)).toEqual({ kind: 'pair', pair })
  })

  test.each([
    '',
    '#',
    '#episode=',
    `#episode=${'x'.repeat(201)}`,
    '#pair=',
    '#pair=binance',
    '#pair=binance:SYS',
    '#pair=binance:/BTC',
    '#pair=binance:SYS/BTC/EUR',
    '#pair=binance:SYS BTC/EUR',
    '#pair=BINANCE:SYS/BTC',
    '#pair=:SYS/BTC',
    '#Episode=a',
    '#%E0%A4%A',
    `#pair=binance:${'S'.repeat(300)}/BTC`,
  ])('%j is invalid', (hash) => expect(subjectOf(hash)).toBeNull())

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void subjectOf(`#${text}`)))
    fc.assert(fc.property(fc.string(), (text) => void pairOf(text)))
  })
})
