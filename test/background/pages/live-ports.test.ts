import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLivePorts } from '../../../src/background/pages/live-ports.ts'
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

afterEach(() => void vi.restoreAllMocks())

/** Opens a page. */
function open(ports: ReturnType<typeof createLivePorts>, name = 'view'): StubPort {
  const port = new StubPort(name)
  ports.connect(port)
  return port
}

describe('live ports', () => {
  test('know the pair of every open page, and drop it with the page', () => {
    const ports = createLivePorts()
    const [a, b] = [open(ports), open(ports)]
    a.onMessage.fire({ kind: 'view', pair: sys })
    b.onMessage.fire({ kind: 'view', pair: eth })
    expect([ports.size, ports.pairs()]).toEqual([2, [sys, eth]])
    b.onMessage.fire({ kind: 'view', pair: null })
    expect(ports.pairs()).toEqual([sys])
    a.die()
    expect([ports.size, ports.pairs()]).toEqual([1, []])
  })

  test('send each page the figures of its own pair, and nothing to a page without a pair', () => {
    const ports = createLivePorts()
    const [a, b, c] = [open(ports), open(ports), open(ports)]
    a.onMessage.fire({ kind: 'view', pair: sys })
    b.onMessage.fire({ kind: 'view', pair: eth })
    ports.send((pair) => (pair.base === 'SYS' ? liveOf(pair) : null))
    expect([a.sent, b.sent, c.sent]).toEqual([[liveOf(sys)], [], []])
  })

  test('know a tab that shows a pair', () => {
    const ports = createLivePorts()
    const port = new StubPort('view', 7)
    ports.connect(port)
    expect(ports.tabOf(sys)).toBeUndefined()
    port.onMessage.fire({ kind: 'view', pair: sys })
    expect([ports.tabOf({ ...sys }), ports.tabOf(eth)]).toEqual([7, undefined])
    port.die()
    expect(ports.tabOf(sys)).toBeUndefined()
  })

  test('do not send to a page that is gone', () => {
    const ports = createLivePorts()
    const port = open(ports)
    port.onMessage.fire({ kind: 'view', pair: sys })
    port.die()
    expect(() => ports.send(liveOf)).not.toThrow()
    expect(port.sent).toEqual([])
  })

  test.each([
    null,
    'view',
    {},
    { kind: 'view' },
    { kind: 'view', pair: { base: 'SYS' } },
    { kind: 'other', pair: sys },
  ])('ignore the message %j', (message) => {
    const ports = createLivePorts()
    const port = open(ports)
    port.onMessage.fire({ kind: 'view', pair: sys })
    port.onMessage.fire(message)
    expect(ports.pairs()).toEqual([sys])
  })

  const tradingPage = (ports: ReturnType<typeof createLivePorts>, url: string) => {
    const port = new StubPort('view', 7, url)
    ports.connect(port)
    return port
  }
  const binancePage = 'https://www.binance.com/en/trade/SYS_BTC'

  test("show a trading page its own venue's pairs alone", () => {
    const ports = createLivePorts()
    const port = tradingPage(ports, binancePage)
    port.onMessage.fire({ kind: 'view', pair: { ...sys, venue: 'okx' } })
    expect(ports.pairs()).toEqual([])
    port.onMessage.fire({ kind: 'view', pair: { ...sys, base: 'X'.repeat(65) } })
    expect(ports.pairs()).toEqual([])
    port.onMessage.fire({ kind: 'view', pair: sys })
    expect(ports.pairs()).toEqual([sys])
  })

  test('are closed to pages of no venue', () => {
    const ports = createLivePorts()
    const port = tradingPage(ports, 'https://www.binance.com.evil.test/en/trade/SYS_BTC')
    expect([port.disconnected, ports.size]).toEqual([true, 0])
  })

  test('are few for each tab: the oldest is closed', () => {
    const ports = createLivePorts()
    const opened = Array.from({ length: 6 }, () => tradingPage(ports, binancePage))
    expect(opened.map(({ disconnected }) => disconnected)).toEqual([true, true, false, false, false, false])
    opened[0]!.onMessage.fire({ kind: 'view', pair: sys })
    expect([ports.size, ports.pairs()]).toEqual([4, []])
  })

  test('are closed where their tab sends without end', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const ports = createLivePorts()
    const port = tradingPage(ports, binancePage)
    for (let n = 0; n < 500; n++) port.onMessage.fire({ kind: 'view', pair: n % 2 ? sys : eth })
    expect([port.disconnected, ports.size]).toEqual([true, 0])
  })

  test('ignore ports of another name', () => {
    const ports = createLivePorts()
    open(ports, 'another')
    expect(ports.size).toBe(0)
  })
})
