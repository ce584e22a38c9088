import { beforeEach, describe, expect, test } from 'vitest'
import { createTradeLine } from '../../../src/background/venues/subscriptions.ts'
import type { TradeFeed } from '../../../src/exchanges/feeds/trade-feed.ts'
import { coincheck } from '../../../src/exchanges/coincheck.ts'
import { kraken } from '../../../src/exchanges/kraken.ts'
import { upbit } from '../../../src/exchanges/upbit.ts'

let said: unknown[] = []
beforeEach(() => void (said = []))

const feed: TradeFeed = {
  backfill: (symbol) => ({ kind: 'rest.trades', url: symbol, weight: 1 }),
  history: () => null,
  stream: { url: 'wss://venue.example' },
  subscribe: (symbols) => `+${symbols.join()}`,
  unsubscribe: (symbols) => `-${symbols.join()}`,
}
const line = (changes: Partial<TradeFeed> = {}) =>
  createTradeLine({ ...feed, ...changes }, (frame) => said.push(frame))

describe('a line of trades', () => {
  test('starts what is wanted, stops what is not, and says nothing twice', () => {
    const one = line()
    one.want(['a', 'b'])
    one.want(['b', 'a'])
    one.want(['b', 'c'])
    one.want([])
    expect(said).toEqual(['+a,b', '+c', '-a', '-b,c'])
  })

  test('names no more pairs a frame than the venue reads', () => {
    const one = line({ limits: { maxPairsPerFrame: 2 } })
    one.want(['a', 'b', 'c', 'd', 'e'])
    one.want(['e'])
    expect(said).toEqual(['+a,b', '+c,d', '+e', '-a,b', '-c,d'])
  })

  test('that broke starts everything anew', () => {
    const one = line()
    one.want(['a'])
    one.reset()
    one.want(['a'])
    expect(said).toEqual(['+a', '+a'])
  })

  test('is never asked twice for what it cannot stop (Coincheck doubles it then)', () => {
    const one = createTradeLine(coincheck.trades, (frame) => said.push(frame))
    one.want(['btc_jpy'])
    one.want([])
    one.want(['btc_jpy', 'eth_jpy'])
    expect(said).toEqual([
      { type: 'subscribe', channel: 'btc_jpy-trades' },
      { type: 'subscribe', channel: 'eth_jpy-trades' },
    ])
  })

  test('whose frames replace each other is told all pairs each time (Upbit)', () => {
    const one = createTradeLine(upbit.trades, (frame) => said.push(frame))
    const codes = () => said.map((frame) => (frame as { codes?: string[] }[])[1]!.codes)
    one.want(['KRW-BTC'])
    one.want(['KRW-BTC', 'KRW-ETH'])
    one.want(['KRW-ETH'])
    one.want([])
    expect(codes()).toEqual([['KRW-BTC'], ['KRW-BTC', 'KRW-ETH'], ['KRW-ETH']])
  })

  test('knows a pair by the name that the stream gives it (Kraken)', () => {
    const one = createTradeLine(kraken.trades, (frame) => said.push(frame))
    one.want(['XXBTZUSD'])
    expect(JSON.stringify(said)).toContain('BTC/USD')
    expect(one.symbolOf('BTC/USD')).toBe('XXBTZUSD')
    expect(one.symbolOf('ETH/USD')).toBe('ETH/USD')
  })
})
