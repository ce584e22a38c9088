import { describe, expect, test } from 'vitest'
import { exchangeOf, exchanges } from '../../../src/exchanges/registry.ts'
import { requestCost } from '../../../src/options/venues/request-cost.ts'

const costOf = (id: string) => {
  const exchange = exchangeOf(id)
  return exchange && requestCost(exchange)
}

describe('what a venue costs', () => {
  test('is one connection where every ticker is streamed', () => {
    expect(costOf('binance')).toEqual({ kind: 'stream' })
  })

  test('counts each call of a round against the published budget', () => {
    // 15 of 2,000 every 30 s, twelve times a minute.
    expect(costOf('kucoin')).toEqual({ kind: 'poll', perMinute: 12, share: (12 * 15) / 4_000 })
  })

  test('is no share of a budget that nobody publishes', () => {
    expect(costOf('upbit')).toEqual({ kind: 'poll', perMinute: 4.5, share: null })
  })

  test('says where every pair costs its own call', () => {
    expect(costOf('coincheck')).toEqual({ kind: 'poll-each', perMinute: 1 })
  })

  test.each(exchanges.map((exchange) => [exchange.name, exchange] as const))(
    'of %s is within its budget',
    (_, exchange) => {
      const cost = requestCost(exchange)
      if (cost.kind === 'poll') expect(cost.share ?? 0).toBeLessThan(0.25)
    },
  )
})
