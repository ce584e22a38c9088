import { describe, expect, test } from 'vitest'
import { loseTrades, missTrades, takeTrades } from '../../../src/detect/take-trades.ts'
import { dropTape } from '../../../src/detect/pair/followed-pairs.ts'
import { hasLiveTrades, liveTape, tradeFeedOf } from '../../../src/detect/pair/trade-feed.ts'
import { engineOfSaved, savedEngineOf } from '../../../src/detect/saved-engine.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'

const symbol = 'SYSUSDT'
const pairOf = (feed: SyntheticFeed) => feed.engine.data.pairs.get(symbol)!
const stateOf = (feed: SyntheticFeed) => tradeFeedOf(pairOf(feed))

/** After a calm hour. */
function calmFeed(): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(6), shippedModel)
  feed.calm(3600, seeded(7))
  return feed
}
/** Seconds in which the ticker shows a trade of the pair each. */
function trade(feed: SyntheticFeed, seconds: number): void {
  for (let i = 0; i < seconds; i++) feed.frame(1000, [{ symbol, price: 100 }])
}
/** Seconds of a ticker without a count of trades: what else it carries, by the second. */
function tick(feed: SyntheticFeed, seconds: number, figuresAt: (second: number) => Partial<Tick>): void {
  const bare = { type: 'tick', symbol, base: null, quote: null, last: 100 } as const
  for (let i = 0; i < seconds; i++) feed.send([{ ...bare, at: (feed.at += 1000), ...figuresAt(i) }], feed.at)
}
/** The same for all pairs, of which this one rises. Returns what changed. */
function rise(feed: SyntheticFeed, by: number, seconds = 40): readonly Episode[] {
  return Array.from({ length: seconds }, (_, i) => {
    const price = 100 * (1 + (by * (i + 1)) / seconds)
    return feed.frame(1000, [
      { symbol, price, turnover: 6000, count: 60 },
      { symbol: 'C1USDT', price: 100 },
    ])
  }).flat()
}

describe('a followed pair whose stream brings nothing', () => {
  test.each([0.06, 0.12, 0.25, 0.5])('and that rises by %d is judged by its ticker alone', (by) => {
    const [unfollowed, deaf, deafAtOnce] = [calmFeed(), calmFeed(), calmFeed()]
    for (const feed of [unfollowed, deaf, deafAtOnce]) trade(feed, 1)
    deaf.follow(symbol, deaf.fills(symbol, 'buy', [100], 1))
    for (const feed of [unfollowed, deaf, deafAtOnce]) trade(feed, 60)
    deafAtOnce.follow(symbol, deafAtOnce.fills(symbol, 'buy', [100], 1))
    const told = rise(unfollowed, by)
    expect(told.length).toBeGreaterThan(0)
    expect(rise(deaf, by)).toEqual(told)
    const tierOf = (changed: readonly Episode[]) => changed.at(-1)?.tier
    const late = rise(deafAtOnce, by)
    expect([tierOf(late), late.some(({ confirmed }) => confirmed)]).toEqual([tierOf(told), false])
  })

  test('is deaf a few seconds after the ticker shows trades, and live with its next trade', () => {
    const feed = calmFeed()
    feed.order(symbol, 'buy', [100], 1)
    trade(feed, 4)
    expect(stateOf(feed)).toBe('live')
    trade(feed, 2)
    expect([stateOf(feed), liveTape(pairOf(feed)), pairOf(feed).tape]).toEqual([
      'deaf',
      null,
      expect.anything(),
    ])
    feed.order(symbol, 'buy', [100], 1)
    expect([stateOf(feed), liveTape(pairOf(feed))]).toEqual(['live', pairOf(feed).tape])
  })

  test('stays deaf through a back-fill and a new connection: only the stream proves that it delivers', () => {
    const feed = calmFeed()
    feed.order(symbol, 'buy', [100], 1)
    trade(feed, 6)
    feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
    loseTrades(feed.engine, symbol)
    missTrades(feed.engine, symbol)
    feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
    expect(stateOf(feed)).toBe('deaf')
  })

  test('from the beginning, with or without a back-fill', () => {
    for (const hasBackfill of [true, false]) {
      const feed = calmFeed()
      missTrades(feed.engine, symbol)
      expect(stateOf(feed)).toBe('absent')
      if (hasBackfill) feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
      expect(stateOf(feed)).toBe(hasBackfill ? 'live' : 'absent')
      trade(feed, 6)
      expect(stateOf(feed)).toBe('deaf')
    }
  })

  test('is found by back-fills too, where connections end sooner than the ticker shows trades', () => {
    const feed = calmFeed()
    for (const after of [0, 1]) {
      missTrades(feed.engine, symbol)
      feed.at += 1000 * after
      feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
      loseTrades(feed.engine, symbol)
      expect(stateOf(feed)).toBe('absent')
      tick(feed, 2, () => ({}))
    }
    missTrades(feed.engine, symbol)
    feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
    expect(stateOf(feed)).toBe('deaf')
    feed.order(symbol, 'buy', [100], 1)
    loseTrades(feed.engine, symbol)
    missTrades(feed.engine, symbol)
    feed.follow(symbol, feed.fills(symbol, 'buy', [100], 1))
    expect(stateOf(feed)).toBe('live')
  })

  test('is found though its last trade had a clock an hour ahead', () => {
    const feed = calmFeed()
    const [early] = feed.fills(symbol, 'buy', [100], 1)
    takeTrades(feed.engine, symbol, [{ ...early!, at: feed.at + 3_600_000 }], feed.at)
    expect(stateOf(feed)).toBe('live')
    trade(feed, 10)
    expect(stateOf(feed)).toBe('deaf')
  })

  test('is found on a polled ticker too, one poll later', () => {
    const feed = calmFeed()
    for (let i = 0; i < 40; i++) feed.frame(10_000, [{ symbol, price: 100 }], 'poll')
    feed.order(symbol, 'buy', [100], 1)
    feed.frame(10_000, [{ symbol, price: 100 }], 'poll')
    expect(stateOf(feed)).toBe('live')
    feed.frame(10_000, [{ symbol, price: 100 }], 'poll')
    expect(stateOf(feed)).toBe('deaf')
  })
})

describe('a followed pair', () => {
  test.each<[string, Partial<Tick>]>([
    ['price', {}],
    ['turnover', { quoteVolume: 1e6 }],
    ['turnover in base', { baseVolume: 1e4 }],
    ['count', { count: 1e4, quoteVolume: 1e6 }],
  ])('that does not trade is not deaf, whatever is estimated from its %s', (_, figures) => {
    const feed = calmFeed()
    tick(feed, 1, () => figures)
    feed.order(symbol, 'buy', [100], 1)
    tick(feed, 600, () => figures)
    expect(stateOf(feed)).toBe('live')
  })

  test.each<[string, (second: number) => Partial<Tick>]>([
    ['price', (second) => ({ last: 100 + (second % 2) / 10 })],
    ['turnover', (second) => ({ quoteVolume: 1e6 + second })],
    ['turnover in base', (second) => ({ baseVolume: 1e4 + second })],
    ['count', (second) => ({ count: 1e4 + second, quoteVolume: 1e6 })],
  ])('that trades unheard by its %s is deaf', (_, figuresAt) => {
    const feed = calmFeed()
    tick(feed, 1, () => figuresAt(0))
    feed.order(symbol, 'buy', [100], 1)
    tick(feed, 7, figuresAt)
    expect(stateOf(feed)).toBe('deaf')
  })

  test('without a connection is judged by its ticker until the stream begins anew and is back-filled', () => {
    const feed = calmFeed()
    feed.order(symbol, 'buy', [100], 1)
    loseTrades(feed.engine, symbol)
    expect([stateOf(feed), liveTape(pairOf(feed))]).toEqual(['absent', null])
    missTrades(feed.engine, symbol)
    expect(stateOf(feed)).toBe('absent')
    feed.follow(symbol)
    expect(stateOf(feed)).toBe('live')
    dropTape(feed.engine.data, symbol)
    expect(stateOf(feed)).toBe('absent')
  })

  test('is confirmed by trades of the last minute alone', () => {
    const feed = calmFeed()
    feed.order(symbol, 'buy', [100], 1)
    expect(hasLiveTrades(pairOf(feed), feed.at)).toBe(true)
    expect(hasLiveTrades(pairOf(feed), feed.at + 61_000)).toBe(false)
    expect(stateOf(feed)).toBe('live')
  })
})

test('an engine saved before trade feeds were watched takes a tape for one', () => {
  const feed = calmFeed()
  feed.order(symbol, 'buy', [100], 1)
  const saved = structuredClone(savedEngineOf(feed.engine))
  for (const pair of saved.engine.data.pairs.values()) Reflect.deleteProperty(pair, 'tradeFeed')
  const { pairs } = engineOfSaved(saved)!.data
  expect(pairs.get(symbol)!.tradeFeed).toEqual({ state: 'live', heardAt: feed.at, silentSince: null })
  expect(pairs.get('C1USDT')!.tradeFeed).toBeNull()
})
