import { describe, expect, test } from 'vitest'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const hour = 3_600_000
const rowOf = (symbol: string) => [{ symbol, price: 100 }]

function calmFeed(pairs: number): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(pairs))
  feed.calm(900, seeded(2))
  return feed
}

describe('a frame of one row whose time jumps ahead', () => {
  test('does not advance the market time: later frames with the right time are taken', () => {
    const feed = calmFeed(10)
    const { at } = feed
    for (let i = 0; i < 20; i++) {
      feed.frame(hour, rowOf('C1USDT'))
      feed.at -= hour
      expect(feed.engine.data.at).toBe(at + i * 1000)
      feed.frame(1000, rowOf('C2USDT'))
      expect(feed.engine.data.pairs.get('C2USDT')!.at).toBe(at + (i + 1) * 1000)
    }
    expect(feed.engine.data.lost).toBe(0)
  })

  test('is believed once the next frame agrees: a venue may resume with few ticks', () => {
    const feed = calmFeed(10)
    feed.frame(hour, rowOf('C1USDT'))
    expect(feed.engine.data.at).toBe(feed.at - hour)
    feed.frame(1000, rowOf('C2USDT'))
    expect(feed.engine.data.at).toBe(feed.at)
    expect(feed.engine.data.lost).toBe(hour + 1000)
  })

  test('is believed at once where it has many rows, or where the venue has few pairs', () => {
    const wide = calmFeed(10)
    wide.frame(
      hour,
      syntheticSymbols(10).map((symbol) => ({ symbol, price: 100 })),
    )
    expect(wide.engine.data.at).toBe(wide.at)
    const narrow = calmFeed(2)
    narrow.frame(hour, rowOf('C1USDT'))
    expect(narrow.engine.data.at).toBe(narrow.at)
  })
})
