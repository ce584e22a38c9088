import { describe, expect, test } from 'vitest'
import { createViews } from '../../../src/background/pages/live-ports.ts'
import type { Pair } from '../../../src/market/pair.ts'
import type { Live } from '../../../src/shared/messages/messages.ts'
import { StubPort } from '../../shared/browser-stub.ts'

const sys: Pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }
const eth: Pair = { venue: 'binance', base: 'ETH', quote: 'BTC' }
const liveOf = (pair: Pair): Live => ({
  kind: 'live',
  pair,
  last: 1,
  at: 1,
  venue: {
    venue: 'binance',
    kind: 'live',
    receivedAt: 1,
    marketAt: 1,
    retryAt: null,
    pairs: 1,
    dropped: 0,
    reason: null,
  },
  episode: null,
})

/** Opens a page on some views. */
function open(views: ReturnType<typeof createViews>, name = 'view'): StubPort {
  const port = new StubPort(name)
  views.connect(port)
  return port
}

describe('views', () => {
  test('know the pair of every open page, and forget it with the page', () => {
    const views = createViews()
    const [a, b] = [open(views), open(views)]
    a.onMessage.fire({ kind: 'view', pair: sys })
    b.onMessage.fire({ kind: 'view', pair: eth })
    expect([views.size, views.pairs()]).toEqual([2, [sys, eth]])
    b.onMessage.fire({ kind: 'view', pair: null })
    expect(views.pairs()).toEqual([sys])
    a.die()
    expect([views.size, views.pairs()]).toEqual([1, []])
  })

  test('send each page what moves of its own pair, and none to a page without', () => {
    const views = createViews()
    const [a, b, c] = [open(views), open(views), open(views)]
    a.onMessage.fire({ kind: 'view', pair: sys })
    b.onMessage.fire({ kind: 'view', pair: eth })
    views.push((pair) => (pair.base === 'SYS' ? liveOf(pair) : null))
    expect([a.sent, b.sent, c.sent]).toEqual([[liveOf(sys)], [], []])
  })

  test('do not send to a page that is gone', () => {
    const views = createViews()
    const port = open(views)
    port.onMessage.fire({ kind: 'view', pair: sys })
    port.die()
    expect(() => views.push(liveOf)).not.toThrow()
    expect(port.sent).toEqual([])
  })

  test.each([
    null,
    'view',
    {},
    { kind: 'view' },
    { kind: 'view', pair: { base: 'SYS' } },
    { kind: 'other', pair: sys },
  ])('are not moved by %j', (message) => {
    const views = createViews()
    const port = open(views)
    port.onMessage.fire({ kind: 'view', pair: sys })
    port.onMessage.fire(message)
    expect(views.pairs()).toEqual([sys])
  })

  test('are no business of other ports', () => {
    const views = createViews()
    open(views, 'another')
    expect(views.size).toBe(0)
  })
})
