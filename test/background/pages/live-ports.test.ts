import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLivePorts } from '../../../src/background/pages/live-ports.ts'
import { createLiveSender } from '../../../src/background/pages/live-sender.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { binance } from '../../../src/exchanges/binance.ts'
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

  test('show a chart site no pair, and so have no trades followed', () => {
    const ports = createLivePorts()
    const port = tradingPage(ports, 'https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC')
    port.onMessage.fire({ kind: 'view', pair: sys })
    expect([port.disconnected, ports.size, ports.pairs()]).toEqual([false, 1, []])
    ports.send(liveOf)
    expect(port.sent).toEqual([])
  })

  test.each([binancePage, 'https://www.coingecko.com/en/coins/syscoin'])(
    'are few for each tab: the oldest is closed (%s)',
    (href) => {
      const ports = createLivePorts()
      const opened = Array.from({ length: 6 }, () => tradingPage(ports, href))
      expect(opened.map(({ disconnected }) => disconnected)).toEqual([true, true, false, false, false, false])
      opened[0]!.onMessage.fire({ kind: 'view', pair: sys })
      expect([ports.size, ports.pairs()]).toEqual([4, []])
    },
  )

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

describe('figures that move', () => {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
  const tick = (at: number, last: number) =>
    takeTicks(
      engine,
      [{ type: 'tick', symbol: 'SYSBTC', base: null, quote: null, at, last, quoteVolume: 1 }],
      at,
    )
  const watched = { exchange: binance, engine, state: () => liveOf(sys).venue } as unknown as Venue
  const sender = (ports: ReturnType<typeof createLivePorts>) =>
    createLiveSender(ports, { running: () => [watched] }, { annotate: (episode) => episode }, () => null)
  const lasts = (port: StubPort) => port.sent.map((message) => (message as Live).last)

  test('are sent with the frame that moved the pair, once, and each second', () => {
    const ports = createLivePorts()
    const [page, other] = [open(ports), open(ports)]
    page.onMessage.fire({ kind: 'view', pair: sys })
    other.onMessage.fire({ kind: 'view', pair: eth })
    const live = sender(ports)
    tick(1_700_000_000_000, 1)
    live.sendFrame('okx', 0)
    expect(lasts(page)).toEqual([])
    live.sendFrame('binance', 0)
    // A frame without the pair.
    live.sendFrame('binance', 0)
    expect(lasts(page)).toEqual([1])
    tick(1_700_000_001_000, 2)
    live.sendFrame('binance', 0)
    live.sendAll(0)
    expect([lasts(page), lasts(other)]).toEqual([[1, 2, 2], []])
  })

  test('are sent at once to a page that says which pair it shows', () => {
    const ports = createLivePorts()
    tick(1_700_000_003_000, 5)
    sender(ports)
    const page = open(ports)
    page.onMessage.fire({ kind: 'view', pair: eth })
    page.onMessage.fire({ kind: 'view', pair: sys })
    expect(lasts(page)).toEqual([5])
  })

  test('of a page that is gone hold up no frame', () => {
    const ports = createLivePorts()
    const page = open(ports)
    page.onMessage.fire({ kind: 'view', pair: sys })
    page.postMessage = () => {
      throw new Error('Attempting to use a disconnected port object')
    }
    tick(1_700_000_002_000, 3)
    expect(() => sender(ports).sendFrame('binance', 0)).not.toThrow()
  })
})
