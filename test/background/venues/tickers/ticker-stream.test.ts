import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  openTickerStream,
  type TickerStream,
} from '../../../../src/background/venues/tickers/ticker-stream.ts'
import type { StreamUrl } from '../../../../src/background/sockets/stream-url.ts'
import { binance } from '../../../../src/exchanges/binance.ts'
import { bitflyer } from '../../../../src/exchanges/bitflyer.ts'
import type { Exchange } from '../../../../src/exchanges/exchange.ts'
import type { Tick } from '../../../../src/market/tick.ts'
import { samples } from '../../../exchanges/samples/registry.ts'
import { simulatedSocket } from '../../simulated/socket.ts'

/** The venue's end of the newest connection, and what it received. */
let line: { send(frame: string): void; close(code: number, reason: string): void } | null = null
let received: string[] = []
let connections = 0
let dropped = 0
let frames: (readonly Tick[])[] = []
let stream: TickerStream
/** How the venue answers a frame. */
let answer: (text: string) => void
const opened: number[] = []
const url: StreamUrl = {
  resolve: () => Promise.resolve('wss://venue'),
  markOpened: (now) => void opened.push(now),
  tick: () => undefined,
}

function open(exchange: Exchange): void {
  stream = openTickerStream(exchange, exchange.stream!, url, {
    onContracts: () => undefined,
    onTicks: (ticks) => frames.push(ticks),
    onRead: (count) => (dropped += count.dropped),
  })
}
/** Lets time pass, with a tick once a second. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    stream.tick(Date.now())
  }
}
const sampleOf = (exchange: Exchange) =>
  JSON.stringify(samples[exchange.id]!.payloads.find(({ kind }) => kind === 'ws.ticker')!.payload)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  line = null
  received = []
  frames = []
  answer = (text) =>
    line!.send(JSON.stringify({ jsonrpc: '2.0', id: (JSON.parse(text) as { id: number }).id, result: true }))
  opened.length = connections = dropped = 0
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({
      connect(_, present) {
        connections++
        line = present
        return {
          message(text) {
            received.push(text)
            answer(text)
          },
          pong: () => 0,
          closed: () => (line = null),
        }
      },
    }),
  )
})
afterEach(() => {
  stream.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a stream of all pairs', () => {
  test('hands on each frame as it comes, and subscribes to nothing', async () => {
    open(binance)
    stream.setSymbols(['BTCUSDT'])
    await pass(2)
    expect([stream.ready, opened.length]).toEqual([true, 1])
    line!.send(sampleOf(binance))
    expect([frames.length, frames[0]!.length > 0, received, dropped]).toEqual([1, true, [], 0])
    await pass(2)
    expect(frames).toHaveLength(1)
  })

  test('counts what it cannot read, and ignores messages of another kind', async () => {
    open(binance)
    await pass(2)
    line!.send('{')
    expect(dropped).toBe(1)
    line!.send(JSON.stringify({ result: null, id: 1 }))
    line!.send(JSON.stringify({ stream: 'btcusdt@aggTrade', data: {} }))
    expect([dropped, frames]).toEqual([1, []])
  })

  test('connects again when told to, and is closed for good', async () => {
    open(binance)
    await pass(2)
    stream.reconnect()
    await pass(20)
    expect([connections, stream.ready, opened.length]).toEqual([2, true, 2])
    stream.close()
    await pass(60)
    expect([connections, line, stream.ready]).toEqual([2, null, false])
  })
})

describe('a stream of single pairs', () => {
  const channels = () => received.flatMap((text) => text.match(/lightning_ticker_\w+/) ?? [])

  test('subscribes to each pair once, also to those listed later', async () => {
    open(bitflyer)
    stream.setSymbols(['BTC_JPY'])
    expect(received).toEqual([])
    await pass(2)
    expect(channels()).toEqual(['lightning_ticker_BTC_JPY'])
    stream.setSymbols(['BTC_JPY', 'ETH_JPY'])
    await pass(5)
    expect(channels()).toEqual(['lightning_ticker_BTC_JPY', 'lightning_ticker_ETH_JPY'])
  })

  test('subscribes to all of them again after the connection broke', async () => {
    open(bitflyer)
    stream.setSymbols(['BTC_JPY', 'ETH_JPY'])
    await pass(5)
    received = []
    line!.close(1006, '')
    await pass(30)
    expect(channels()).toEqual(['lightning_ticker_BTC_JPY', 'lightning_ticker_ETH_JPY'])
  })

  test('asks again for a pair that the venue did not acknowledge, and no more once its ticker comes', async () => {
    answer = () => undefined
    open(bitflyer)
    stream.setSymbols(['SYS_JPY'])
    await pass(12)
    expect(channels()).toEqual(Array(2).fill('lightning_ticker_SYS_JPY'))
    expect(stream.counts).toEqual({ refused: 0, unanswered: 1, unmatched: 0 })
    line!.send(sampleOf(bitflyer))
    await pass(60)
    expect(channels()).toHaveLength(2)
    expect(stream.counts.unanswered).toBe(0)
  })

  test('counts a pair that the venue refuses, and keeps the others', async () => {
    answer = (text) => {
      const { id, params } = JSON.parse(text) as { id: number; params: { channel: string } }
      const bad = params.channel.endsWith('GONE_JPY')
      const outcome = bad ? { error: { code: -32602, message: 'Invalid params' } } : { result: true }
      line!.send(JSON.stringify({ jsonrpc: '2.0', id, ...outcome }))
    }
    open(bitflyer)
    stream.setSymbols(['GONE_JPY', 'BTC_JPY', 'ETH_JPY'])
    await pass(12)
    expect(channels()).toEqual(['GONE_JPY', 'BTC_JPY', 'ETH_JPY'].map((pair) => `lightning_ticker_${pair}`))
    expect(stream.counts).toEqual({ refused: 1, unanswered: 0, unmatched: 0 })
    expect(dropped).toBe(0)
  })

  test('hands on the messages of a second together, once', async () => {
    open(bitflyer)
    await pass(2)
    for (let i = 0; i < 3; i++) line!.send(sampleOf(bitflyer))
    expect(frames).toEqual([])
    await pass(1)
    expect(frames.map(({ length }) => length)).toEqual([3])
    await pass(3)
    expect(frames).toHaveLength(1)
  })
})
