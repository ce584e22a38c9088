import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLiveLink } from '../../../src/shared/messages/live-link.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../browser-stub.ts'

const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }

describe('openLiveLink', () => {
  let life: AbortController
  const onInvalidated = vi.fn()
  const onLive = vi.fn()
  beforeEach(async () => {
    vi.useFakeTimers()
    await stub.reset()
    life = new AbortController()
    onInvalidated.mockReset()
    onLive.mockReset()
  })
  afterEach(() => {
    life.abort()
    vi.useRealTimers()
  })

  test('sends the pair on screen and receives live messages only', () => {
    const link = openLiveLink(onLive, onInvalidated, life.signal)
    link.show(pair)
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
    stub.ports[0]?.onMessage.fire({ kind: 'live', last: 1 })
    stub.ports[0]?.onMessage.fire({ kind: 'other' })
    stub.ports[0]?.onMessage.fire('noise')
    expect(onLive.mock.calls).toEqual([[{ kind: 'live', last: 1 }]])
  })

  test('passes on that the trader pressed the keys of the card', () => {
    const onToggle = vi.fn()
    openLiveLink(onLive, onInvalidated, life.signal, onToggle)
    stub.ports[0]?.onMessage.fire({ kind: 'toggle-card' })
    expect([onToggle.mock.calls.length, onLive.mock.calls.length]).toEqual([1, 0])
  })

  test('reconnects with growing delays when the worker stops, and sends the pair again', () => {
    openLiveLink(onLive, onInvalidated, life.signal).show(pair)
    stub.ports[0]?.die()
    vi.advanceTimersByTime(1_000)
    expect(stub.ports).toHaveLength(2)
    expect(stub.ports[1]?.sent).toEqual([{ kind: 'view', pair }])
    stub.ports[1]?.die()
    vi.advanceTimersByTime(1_999)
    expect(stub.ports).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(stub.ports).toHaveLength(3)
  })

  test('sends a pair set while disconnected after the reconnect', () => {
    const link = openLiveLink(onLive, onInvalidated, life.signal)
    stub.ports[0]?.die()
    link.show(pair)
    vi.advanceTimersByTime(1_000)
    expect(stub.ports[1]?.sent).toEqual([{ kind: 'view', pair }])
  })

  test('gives up when the extension was removed', () => {
    openLiveLink(onLive, onInvalidated, life.signal)
    Object.assign(browser.runtime, { id: undefined })
    stub.ports[0]?.die()
    vi.advanceTimersByTime(60_000)
    expect(stub.ports).toHaveLength(1)
    expect(onInvalidated).toHaveBeenCalledTimes(1)
  })

  test('closes when the signal aborts and does not reconnect', () => {
    openLiveLink(onLive, onInvalidated, life.signal)
    stub.ports[0]?.die()
    life.abort()
    vi.advanceTimersByTime(60_000)
    expect(stub.ports).toHaveLength(1)
  })
})
