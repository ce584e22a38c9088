import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import type { Fault } from '../../../tools/market-server/faults.ts'
import type { MarketServer } from '../../../tools/market-server/server.ts'
import type { HttpAnswer } from './small-server.ts'
import { connect, get, once, startSmallServer } from './small-server.ts'

// One venue fails alone: its hosts and sockets, but not its pages, and no other venue.

const tickersPath = '/v5/market/tickers?category=spot'
const bybit = (): Promise<HttpAnswer> => get(server, 'api.bybit.com', tickersPath)

let server: MarketServer

beforeEach(async () => {
  server = await startSmallServer()
})
afterEach(() => server.close())

/** A socket subscribed to Bybit's trades of AA/BTC. */
async function listening(): Promise<WebSocket> {
  const socket = connect(server, 'stream.bybit.com', '/v5/public/spot')
  await once(socket, 'open')
  const acknowledged = once(socket, 'message')
  socket.send(JSON.stringify({ op: 'subscribe', args: ['publicTrade.AABTC'] }))
  await acknowledged
  return socket
}

test.each<[Fault, number, RegExp, RegExp]>([
  [{ kind: 'html' }, 200, /^<!doctype html>/, /^<!doctype html>/],
  [{ kind: 'error-body' }, 200, /"retCode":10016/, /"retCode":10016/],
  [
    { kind: 'half-json' },
    200,
    /^\[\{"symbol":"ETHBTC","openPrice":"0\.07$/,
    /^\{"topic":"publicTrade\.AABTC"[^}]*$/,
  ],
])('%o of one venue, by REST and on its sockets', async (fault, status, body, frame) => {
  const socket = await listening()
  server.faults.venue('bybit', fault)
  expect(await bybit()).toMatchObject({ status, text: expect.stringMatching(body) as string })
  const sent = once(socket, 'message')
  server.clock.advance(1_000)
  expect(String(await sent)).toMatch(frame)
  server.faults.venue('bybit', null)
  expect((await bybit()).text).toContain('"retCode":0')
})

test('a refusing venue sends Retry-After, drops its sockets and admits nobody', async () => {
  const socket = await listening()
  const cut = once(socket, 'close')
  server.faults.venue('bybit', { kind: 'status', status: 429, retryAfter: 30 })
  expect(await cut).toBe(1006)
  expect(await bybit()).toMatchObject({ status: 429, headers: { 'retry-after': '30' } })
  const refused = once(connect(server, 'stream.bybit.com', '/v5/public/spot'), 'error')
  expect(await refused).toMatchObject({ message: 'Unexpected server response: 429' })
})

test('a silent venue leaves its sockets open', async () => {
  const socket = await listening()
  server.faults.venue('bybit', { kind: 'never' })
  let objectIn = 0
  socket.on('message', () => objectIn++)
  server.clock.advance(1_000)
  await expect(bybit()).rejects.toThrow('no answer')
  expect([objectIn, socket.readyState]).toEqual([0, socket.OPEN])
})

test('its pages and every other venue keep working', async () => {
  server.faults.venue('okx', { kind: 'html' })
  const tickers = '/api/v5/market/tickers?instType=SPOT'
  expect((await get(server, 'www.okx.com', tickers)).text).toContain('Just a moment')
  expect((await get(server, 'www.okx.com', '/trade-spot/aa-btc')).text).toContain('id="order-form"')
  expect((await get(server, 'data-api.binance.vision', '/api/v3/ping')).text).toBe('{}')
  server.faults.clear()
  expect((await get(server, 'www.okx.com', tickers)).text).toContain('"instId":"AA-BTC"')
})
