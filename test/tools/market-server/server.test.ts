import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MarketServer } from '../../../tools/market-server/server.ts'
import * as small from './small-server.ts'
import { once, startSmallServer } from './small-server.ts'
import { t0 } from './small-market.ts'

const tickersPath = '/stream?streams=!ticker_1h@arr'
const restHost = 'data-api.binance.vision'

let server: MarketServer
const get = (host: string, path: string) => small.get(server, host, path)
const connect = (path: string) => small.connect(server, 'data-stream.binance.vision', path)

beforeEach(async () => {
  server = await startSmallServer()
})
afterEach(() => server.close())

test('hosts are distinguished by name; unknown hosts get an empty 404', async () => {
  expect(JSON.parse((await get(restHost, '/api/v3/time')).text)).toEqual({ serverTime: t0 })
  expect((await get('clients2.google.com', '/')).status).toBe(404)
  expect(server.requests).toMatchObject([
    { host: restHost, path: '/api/v3/time', status: 200, weight: 1, marketAt: t0 },
  ])
})

test('the trading page allows nothing inline, and its scripts are served without types', async () => {
  const page = await get('www.binance.com', '/ja/trade/AA_BTC')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  expect(page.text).toContain('id="order-form"')
  expect(page.text).not.toMatch(/<script(?![^>]*src)|\sstyle=|\son\w+=/)
  const script = await get('www.binance.com', '/local/trade.js')
  expect(script.text).toContain('from "./chart.js"')
  expect(script.text).not.toContain('interface ')
})

test('advancing the clock sends its trades to open sockets, and done resolves at the end', async () => {
  const socket = connect(tickersPath)
  await once(socket, 'open')
  const first = once(socket, 'message')
  server.clock.advance(1_000)
  expect(JSON.parse(String(await first))).toMatchObject({
    stream: '!ticker_1h@arr',
    data: [{ s: 'AABTC', n: 1 }],
  })
  server.clock.advance(2_000)
  await server.done
})

test('dropped, refused and silent sockets', async () => {
  const socket = connect(tickersPath)
  await once(socket, 'open')
  server.faults.silence(true)
  let objectIn = 0
  socket.on('message', () => objectIn++)
  server.clock.advance(1_000)
  const closed = once(socket, 'close')
  server.faults.dropSockets()
  expect(await closed).toBe(1006)
  expect(objectIn).toBe(0)
  server.faults.refuseSockets(true)
  expect(await once(connect(tickersPath), 'error')).toMatchObject({
    message: 'Unexpected server response: 503',
  })
  expect(server.requests.map(({ kind, status }) => [kind, status])).toEqual([
    ['socket', 101],
    ['socket', 503],
  ])
})

test('serverShutdown is sent before the socket closes', async () => {
  const socket = connect(tickersPath)
  await once(socket, 'open')
  const closed = once(socket, 'close')
  const sent = once(socket, 'message')
  server.faults.serverShutdown()
  expect(JSON.parse(String(await sent))).toMatchObject({ data: { e: 'serverShutdown' } })
  expect(await closed).toBe(1001)
})

test.each([
  [{ kind: 'status', status: 429, retryAfter: 9 } as const, 429],
  [{ kind: 'status', status: 418 } as const, 418],
  [{ kind: 'status', status: 403 } as const, 403],
  [{ kind: 'status', status: 500 } as const, 500],
  [{ kind: 'html' } as const, 200],
  [{ kind: 'half-json' } as const, 200],
])('REST of a host can fail: %o', async (fault, status) => {
  server.faults.rest(restHost, fault)
  const answer = await get(restHost, '/api/v3/ping')
  expect(answer.status).toBe(status)
  expect(answer.text).not.toBe('{}')
  if (status === 429) expect(answer.headers['retry-after']).toBe('9')
  expect((await get('api.binance.com', '/api/v3/ping')).text).toBe('{}')
  server.faults.clear()
  expect((await get(restHost, '/api/v3/ping')).text).toBe('{}')
})

test('a host can leave a request unanswered', async () => {
  server.faults.rest(null, { kind: 'never' })
  await expect(get(restHost, '/api/v3/ping')).rejects.toThrow('no answer')
  expect(server.requests).toMatchObject([{ status: 0 }])
})
