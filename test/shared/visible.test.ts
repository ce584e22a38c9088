import { describe, expect, test } from 'vitest'
import { isHidden, isMarketOn, muteKey, muteOf, isVisible } from '../../src/shared/visible.ts'
import { episode, marketFall } from '../../tools/examples/made-up.ts'

const now = 1_000_000
const own = 'binance:NAV/BTC'

describe('isVisible', () => {
  test('is true without mutes', () => {
    expect(isVisible(episode(), [], [], now)).toBe(true)
  })

  test.each([
    ['its pair, until unmuted', { pair: own, until: null }, false],
    ['its pair, not yet over', { pair: own, until: now + 1 }, false],
    ['its pair, just over', { pair: own, until: now }, true],
    ['another pair', { pair: 'binance:SYS/BTC', until: null }, true],
    ['the same pair at another venue', { pair: 'bybit:NAV/BTC', until: null }, true],
    ['everything', { pair: null, until: null }, false],
    ['the whole market', { pair: 'binance:*', until: null }, true],
  ])('with a mute of %s', (_, mute, expected) => {
    expect(isVisible(episode(), [mute], [], now)).toBe(expected)
  })

  test('a mute ends after its own length, although the clock was set back meanwhile', () => {
    const mute = { pair: own, since: now, until: now + 60_000 }
    expect(isVisible(episode(), [mute], [], now + 59_999)).toBe(false)
    expect(isVisible(episode(), [mute], [], now - 60_000)).toBe(true)
  })

  test('a market-wide episode is muted by its own key', () => {
    expect(isVisible(marketFall(), [{ pair: muteKey(marketFall()), until: null }], [], now)).toBe(false)
    expect(isVisible(marketFall(), [{ pair: own, until: null }], [], now)).toBe(true)
  })

  test('a hidden episode is visible again once it has changed', () => {
    const seen = episode({ changedAt: 500 })
    const hidden = [{ episode: seen.id, changedAt: 500 }]
    expect(isVisible(seen, [], hidden, now)).toBe(false)
    expect(isVisible({ ...seen, updatedAt: 900 }, [], hidden, now)).toBe(false)
    expect(isVisible({ ...seen, changedAt: 501 }, [], hidden, now)).toBe(true)
  })

  test('hiding one episode hides no other', () => {
    expect(isHidden(episode({ id: 'b' }), [{ episode: 'a', changedAt: Infinity }])).toBe(false)
  })
})

test('muteOf skips mutes that are over', () => {
  const over = { pair: own, until: now - 1 }
  const holds = { pair: own, until: now + 1 }
  expect(muteOf(own, [over, holds], now)).toBe(holds)
})

test('perpetual markets are on where the trader wants them, the only market of an exchange always', () => {
  const ids = ['binance', 'binance-perpetual', 'hyperliquid-perpetual']
  expect(ids.filter((id) => isMarketOn(id, true))).toEqual(ids)
  expect(ids.filter((id) => isMarketOn(id, false))).toEqual(['binance', 'hyperliquid-perpetual'])
})
