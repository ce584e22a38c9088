import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isOfContracts, openContractStreams } from '../../../src/background/venues/contract-streams.ts'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../src/background/requests/request-queue.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { bitgetPerpetualMarket } from '../../../src/exchanges/perpetual/feeds/bitget.ts'
import { learnContracts, withContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import type { MarketRow } from '../../../src/exchanges/perpetual/read-market.ts'
import type { Contract } from '../../../src/market/contract.ts'
import { simulatedSocket } from '../simulated/socket.ts'

const begin = 1_790_000_000_000

let opened: string[]
let received: string[]
let send: (frame: string) => void
let rows: MarketRow[]
let unread: number

const requests = () =>
  createRequestQueue({
    rateLimit: createRateLimit({ weight: 1e9, perMs: 1 }),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })

const open = (exchange: Exchange) =>
  openContractStreams(exchange, requests(), {
    onContracts: (reading) => void rows.push(...reading.rows),
    onRead: ({ dropped }) => void (unread += dropped),
  })

async function pass(streams: ReturnType<typeof open>, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    streams.tick(Date.now())
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: begin })
  opened = []
  received = []
  rows = []
  unread = 0
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({
      connect(url, line) {
        opened.push(url)
        send = (frame) => line.send(frame)
        return { message: (text) => void received.push(text), pong: () => 0, closed: () => 0 }
      },
    }),
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const contract: Contract = {
  type: 'contract',
  symbol: 'APEUSDT',
  base: 'APE',
  quote: 'USDT',
  state: 'trading',
  multiplier: 1,
  contractSize: 1,
  margin: 'linear',
  settle: 'USDT',
  class: 'crypto',
}

test('subscribes on connecting, keeps the connection open and hands on what it tells of listed contracts', async () => {
  const exchange = withContracts(bitgetPerpetualMarket)
  learnContracts(exchange, [contract])
  const streams = open(exchange)
  await pass(streams, 30)
  expect(opened).toEqual(['wss://ws.bitget.com/v3/ws/public'])
  const frame = { op: 'subscribe', args: [{ instType: 'usdt-futures', topic: 'liquidation' }] }
  expect(received).toEqual([JSON.stringify(frame), 'ping'])
  const arg = frame.args[0]
  send(JSON.stringify({ event: 'subscribe', arg }))
  const closed = (symbol: string) => ({ symbol, side: 'buy', price: '0.5', amount: '60', ts: String(begin) })
  send(JSON.stringify({ action: 'update', arg, data: [closed('APEUSDT'), closed('NEWUSDT')], ts: begin }))
  expect(rows).toEqual([
    { type: 'liquidation', symbol: 'APEUSDT', side: 'sell', price: 0.5, amount: 120, at: begin },
  ])
  send('{')
  expect([rows.length, unread]).toEqual([1, 1])
  streams.close()
  await pass(streams, 60)
  expect(opened).toHaveLength(1)
})

test('opens none of a spot market, nor of a perpetual one that needs none', async () => {
  const { perpetual, ...rest } = bitgetPerpetualMarket
  const needsNone = { ...rest, perpetual: { ...perpetual!, streams: [] } }
  for (const exchange of [binance, needsNone]) await pass(open(exchange), 5)
  expect(opened).toEqual([])
})

test('tickers, trades and what nobody knows are not of contracts', () => {
  expect(['ws.ticker' as const, 'ws.trades' as const, null].map(isOfContracts)).toEqual([false, false, false])
  expect(isOfContracts('ws.liquidations')).toBe(true)
})
