import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../src/background/requests/request-queue.ts'
import { openContractStreams } from '../../../src/background/venues/contract-streams.ts'
import { withContracts, learnContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import { bybitPerpetualMarket } from '../../../src/exchanges/perpetual/feeds/bybit.ts'
import type { Contract } from '../../../src/market/contract.ts'
import { simulatedSocket } from '../simulated/socket.ts'

// Bybit's liquidations: a topic for each contract, of which one that is unknown spoils its whole frame.

const exchange = withContracts(bybitPerpetualMarket)
const contract = (symbol: string): Contract => ({
  ...{ type: 'contract', symbol, base: symbol.slice(0, -4), quote: 'USDT', settle: 'USDT', state: 'trading' },
  ...{ margin: 'linear', class: 'crypto', contractSize: 1, multiplier: 1 },
})
const symbols = Array.from({ length: 120 }, (_, i) => `C${i}USDT`)

let line: { send(frame: string): void; close(code: number, reason: string): void } | null = null
let frames: string[][] = []
let unknown: string[] = []
let told: unknown[] = []
let streams: ReturnType<typeof openContractStreams>

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    streams.tick(Date.now())
  }
}
/** The topics of a frame, answered as Bybit does. */
function take(text: string): void {
  const { op, args = [], req_id } = JSON.parse(text) as { op: string; args?: string[]; req_id?: string }
  if (op !== 'subscribe') return
  frames.push(args)
  const strange = args.find((topic) => unknown.includes(topic))
  const ret_msg = strange ? `error:handler not found,topic:${strange}` : ''
  line?.send(JSON.stringify({ success: !strange, ret_msg, conn_id: 'c', req_id, op }))
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  frames = []
  unknown = []
  told = []
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({
      connect(_, present) {
        line = present
        return { message: take, pong: () => 0, closed: () => (line = null) }
      },
    }),
  )
  learnContracts(exchange, symbols.map(contract))
  const requests = createRequestQueue({
    rateLimit: createRateLimit(exchange.budget),
    signal: new AbortController().signal,
    slot: { startedAt: 0, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  streams = openContractStreams(exchange, requests, {
    onContracts: ({ rows }) => told.push(...rows),
    onRead: () => undefined,
  })
})
afterEach(() => {
  streams.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('every contract is subscribed to once, and a new one by itself', async () => {
  streams.setSymbols(symbols)
  await pass(5)
  expect(frames.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(frames.flat()).toEqual(symbols.map((symbol) => `allLiquidation.${symbol}`))
  streams.setSymbols([...symbols, 'NEWUSDT'])
  await pass(20)
  expect(frames.slice(3)).toEqual([['allLiquidation.NEWUSDT']])
})

test('after the connection broke, all are subscribed to again', async () => {
  streams.setSymbols(symbols)
  await pass(5)
  line?.close(1006, '')
  frames = []
  await pass(10)
  expect(frames.flat()).toHaveLength(symbols.length)
})

test('an unknown contract does not cost the others of its frame theirs', async () => {
  unknown = ['allLiquidation.C7USDT']
  streams.setSymbols(symbols)
  await pass(30)
  const [spoilt, ...others] = frames
  expect(spoilt).toContain('allLiquidation.C7USDT')
  const standing = new Set(others.filter((topics) => !topics.includes('allLiquidation.C7USDT')).flat())
  expect(standing.size).toBe(symbols.length - 1)
})

test('hands on what was liquidated, as orders', async () => {
  streams.setSymbols(symbols)
  await pass(3)
  const at = Date.now()
  const data = [{ T: at, s: 'C3USDT', S: 'Buy', v: '20', p: '0.5' }]
  line?.send(JSON.stringify({ topic: 'allLiquidation.C3USDT', type: 'snapshot', ts: at, data }))
  await pass(1)
  expect(told).toMatchObject([
    { type: 'liquidation', symbol: 'C3USDT', side: 'sell', price: 0.5, amount: 20 },
  ])
})
