import { describe, expect, test } from 'vitest'
import { exchangeOf, exchanges } from '../../../src/exchanges/registry.ts'
import { requestCost } from '../../../src/options/venues/request-cost.ts'

const costOf = (id: string) => {
  const exchange = exchangeOf(id)
  return exchange && requestCost(exchange)
}

describe('request cost of a venue', () => {
  test('is one connection where every ticker is streamed', () => {
    expect(costOf('binance')).toEqual({ kind: 'stream' })
  })

  test('counts each request of a cycle against the published rate limit', () => {
    // 12 cycles per minute of weight 15; the limit is 2,000 per 30 s.
    expect(costOf('kucoin')).toEqual({ kind: 'poll', perMinute: 12, share: (12 * 15) / 4_000 })
  })

  test('has no share where the limit is one of our choice', () => {
    expect(costOf('upbit')).toEqual({ kind: 'poll', perMinute: 12, share: null })
  })

  test('is counted per pair where no request covers several', () => {
    expect(costOf('coincheck')).toEqual({ kind: 'poll-each', perMinute: 1 })
  })

  test.each(exchanges.map((exchange) => [exchange.name, exchange] as const))(
    'of %s is within its rate limit',
    (_, exchange) => {
      const cost = requestCost(exchange)
      if (cost.kind === 'poll') expect(cost.share ?? 0).toBeLessThan(0.25)
    },
  )
})
