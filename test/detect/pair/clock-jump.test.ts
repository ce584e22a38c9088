import { describe, expect, test } from 'vitest'
import { DrawnFeed, drawnSymbols } from '../drawn/drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const hour = 3_600_000
const deal = (symbol: string) => [{ symbol, price: 100 }]

function calmFeed(pairs: number): DrawnFeed {
  const feed = new DrawnFeed(drawnSymbols(pairs))
  feed.calm(900, seeded(2))
  return feed
}

describe('a frame of one row whose time leaps ahead', () => {
  test('does not carry the market with it: honest frames after it are heard', () => {
    const feed = calmFeed(10)
    const { at } = feed
    for (let i = 0; i < 20; i++) {
      feed.frame(hour, deal('C1USDT'))
      feed.at -= hour
      expect(feed.engine.data.at).toBe(at + i * 1000)
      feed.frame(1000, deal('C2USDT'))
      expect(feed.engine.data.pairs.get('C2USDT')!.at).toBe(at + (i + 1) * 1000)
    }
    expect(feed.engine.data.lost).toBe(0)
  })

  test('is believed with the next that agrees: a venue may begin again quietly', () => {
    const feed = calmFeed(10)
    feed.frame(hour, deal('C1USDT'))
    expect(feed.engine.data.at).toBe(feed.at - hour)
    feed.frame(1000, deal('C2USDT'))
    expect(feed.engine.data.at).toBe(feed.at)
    expect(feed.engine.data.lost).toBe(hour + 1000)
  })

  test('is believed at once where it has many rows, or where there are hardly any pairs', () => {
    const wide = calmFeed(10)
    wide.frame(
      hour,
      drawnSymbols(10).map((symbol) => ({ symbol, price: 100 })),
    )
    expect(wide.engine.data.at).toBe(wide.at)
    const narrow = calmFeed(2)
    narrow.frame(hour, deal('C1USDT'))
    expect(narrow.engine.data.at).toBe(narrow.at)
  })
})
