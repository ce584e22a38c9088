import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { openLiveLink } from '../../../src/shared/messages/live-link.ts'
import { stub } from '../browser-stub.ts'

const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }

describe('the view port', () => {
  let life: AbortController
  const gone = vi.fn()
  const heard = vi.fn()
  beforeEach(async () => {
    vi.useFakeTimers()
    await stub.reset()
    life = new AbortController()
    gone.mockReset()
    heard.mockReset()
  })
  afterEach(() => {
    life.abort()
    vi.useRealTimers()
  })

  test('tells the pair on screen and hears live messages only', () => {
    const link = openLiveLink(heard, gone, life.signal)
    link.show(pair)
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
    stub.ports[0]?.onMessage.fire({ kind: 'live', last: 1 })
    stub.ports[0]?.onMessage.fire({ kind: 'other' })
    stub.ports[0]?.onMessage.fire('noise')
    expect(heard.mock.calls).toEqual([[{ kind: 'live', last: 1 }]])
  })

  test('connects again when the worker dies, tells the pair again, and waits longer each time', () => {
    openLiveLink(heard, gone, life.signal).show(pair)
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

  test('a navigation while the worker is away is told on return', () => {
    const link = openLiveLink(heard, gone, life.signal)
    stub.ports[0]?.die()
    link.show(pair)
    vi.advanceTimersByTime(1_000)
    expect(stub.ports[1]?.sent).toEqual([{ kind: 'view', pair }])
  })

  test('gives up quietly when the extension itself is gone', () => {
    openLiveLink(heard, gone, life.signal)
    Object.assign(browser.runtime, { id: undefined })
    stub.ports[0]?.die()
    vi.advanceTimersByTime(60_000)
    expect(stub.ports).toHaveLength(1)
    expect(gone).toHaveBeenCalledTimes(1)
  })

  test('closes with the page and stays closed', () => {
    openLiveLink(heard, gone, life.signal)
    stub.ports[0]?.die()
    life.abort()
    vi.advanceTimersByTime(60_000)
    expect(stub.ports).toHaveLength(1)
  })
})
