// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { followAddress } from '../../../src/content/page/follow-address.ts'

describe('followAddress', () => {
  let life: AbortController
  beforeEach(() => {
    vi.useFakeTimers()
    life = new AbortController()
    history.replaceState(null, '', '/en/trade/NAV_BTC')
  })
  afterEach(() => {
    life.abort()
    vi.useRealTimers()
  })

  test('reports the first URL, and a pushState without an event within a second', () => {
    const callback = vi.fn()
    followAddress(callback, life.signal)
    expect(callback).toHaveBeenCalledTimes(1)
    history.pushState(null, '', '/en/trade/SYS_BTC')
    vi.advanceTimersByTime(1_000)
    expect(callback).toHaveBeenCalledTimes(2)
    expect(callback.mock.lastCall?.[0]).toMatch(/SYS_BTC$/)
  })

  test('reports a navigation event at once, and no URL twice', () => {
    const callback = vi.fn()
    followAddress(callback, life.signal)
    history.pushState(null, '', '/en/trade/SYS_BTC')
    dispatchEvent(new Event('popstate'))
    expect(callback).toHaveBeenCalledTimes(2)
    dispatchEvent(new Event('popstate'))
    vi.advanceTimersByTime(5_000)
    expect(callback).toHaveBeenCalledTimes(2)
  })

  test('stops when the signal aborts', () => {
    const callback = vi.fn()
    followAddress(callback, life.signal)
    life.abort()
    history.pushState(null, '', '/en/trade/SYS_BTC')
    vi.advanceTimersByTime(5_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })
})
