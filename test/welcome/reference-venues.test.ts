import { describe, expect, test } from 'vitest'
import { sites } from '../../src/exchanges/registry.ts'
import { referenceVenues } from '../../src/welcome/reference-venues.ts'

describe('venues to compare with', () => {
  test.each([
    [[], []],
    [['bithumb'], ['kraken', 'coinbase']],
    [['binance'], ['kraken', 'coinbase']],
    [['kraken', 'upbit'], ['coinbase']],
    [['a', 'b', 'c'], []],
  ])('besides %j are %j', (chosen, offered) => {
    expect(referenceVenues(chosen)).toEqual(offered)
  })

  test('are venues that Keiho knows', () => {
    for (const id of referenceVenues(['none of them'])) expect(sites.map((site) => site.id)).toContain(id)
  })
})
