import { beforeEach, describe, expect, test } from 'vitest'
import { createSubscriptions } from '../../../../src/background/venues/subscriptions/subscriptions.ts'
import type { TradeFeed } from '../../../../src/exchanges/feeds/trade-feed.ts'
import { coincheck } from '../../../../src/exchanges/coincheck.ts'
import { kraken } from '../../../../src/exchanges/kraken.ts'
import { upbit } from '../../../../src/exchanges/upbit.ts'

let sent: unknown[] = []
beforeEach(() => void (sent = []))

const feed: TradeFeed = {
  backfill: (symbol) => ({ kind: 'rest.trades', url: symbol, weight: 1 }),
  history: () => null,
  stream: { url: 'wss://venue.example' },
  subscribe: (symbols) => `+${symbols.join()}`,
  unsubscribe: (symbols) => `-${symbols.join()}`,
}
const open = (changes: Partial<TradeFeed> = {}) =>
  createSubscriptions({ ...feed, ...changes }, (frame) => sent.push(frame))

describe('subscriptions', () => {
  test('add what is new, remove what is gone, and send nothing twice', () => {
    const subscriptions = open()
    subscriptions.set(['a', 'b'])
    subscriptions.set(['b', 'a'])
    subscriptions.set(['b', 'c'])
    subscriptions.set([])
    expect(sent).toEqual(['+a,b', '+c', '-a', '-b,c'])
  })

  test('name no more pairs per frame than the venue accepts', () => {
    const subscriptions = open({ limits: { maxPairsPerFrame: 2 } })
    subscriptions.set(['a', 'b', 'c', 'd', 'e'])
    subscriptions.set(['e'])
    expect(sent).toEqual(['+a,b', '+c,d', '+e', '-a,b', '-c,d'])
  })

  test('begin anew after a reset', () => {
    const subscriptions = open()
    subscriptions.set(['a'])
    subscriptions.reset()
    subscriptions.set(['a'])
    expect(sent).toEqual(['+a', '+a'])
  })

  test('are never repeated where there is no unsubscribe (Coincheck then sends every trade twice)', () => {
    const subscriptions = createSubscriptions(coincheck.trades, (frame) => sent.push(frame))
    subscriptions.set(['btc_jpy'])
    subscriptions.set([])
    subscriptions.set(['btc_jpy', 'eth_jpy'])
    expect(sent).toEqual([
      { type: 'subscribe', channel: 'btc_jpy-trades' },
      { type: 'subscribe', channel: 'eth_jpy-trades' },
    ])
  })

  test('are renewed by an unsubscribe, by naming all again, or not at all where trades would come twice', () => {
    const subscriptions = open({ limits: { maxPairsPerFrame: 2 } })
    subscriptions.set(['a', 'b', 'c'])
    expect(subscriptions.renew(['a', 'c'])).toBe(true)
    const replacing = open({ limits: { replacesAll: true } })
    replacing.set(['a', 'b'])
    expect(replacing.renew(['a'])).toBe(true)
    const endless = open({ unsubscribe: () => null })
    endless.set(['a'])
    expect(endless.renew(['a'])).toBe(false)
    expect(sent).toEqual(['+a,b', '+c', '-a,c', '+a,c', '+a,b', '+a,b', '+a'])
  })

  test('name all pairs each time where a frame replaces the last (Upbit)', () => {
    const subscriptions = createSubscriptions(upbit.trades, (frame) => sent.push(frame))
    const codes = () => sent.map((frame) => (frame as { codes?: string[] }[])[1]!.codes)
    subscriptions.set(['KRW-BTC'])
    subscriptions.set(['KRW-BTC', 'KRW-ETH'])
    subscriptions.set(['KRW-ETH'])
    subscriptions.set([])
    expect(codes()).toEqual([['KRW-BTC'], ['KRW-BTC', 'KRW-ETH'], ['KRW-ETH']])
  })

  test('know a pair by its name in the stream (Kraken)', () => {
    const subscriptions = createSubscriptions(kraken.trades, (frame) => sent.push(frame))
    subscriptions.set(['XXBTZUSD'])
    expect(JSON.stringify(sent)).toContain('BTC/USD')
    expect(subscriptions.symbolOf('BTC/USD')).toBe('XXBTZUSD')
    expect(subscriptions.symbolOf('ETH/USD')).toBe('ETH/USD')
  })
})
