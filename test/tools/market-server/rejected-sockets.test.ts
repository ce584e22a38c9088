import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openClock } from '../../../tools/market-server/clock.ts'
import type { MarketServer } from '../../../tools/market-server/server.ts'
import { startMarketServer } from '../../../tools/market-server/server.ts'
import { order, smallMarket, t0 } from './small-market.ts'
import { upbit } from '../../../tools/market-server/venues/upbit/upbit.ts'

const host = 'api.upbit.com'

let server: MarketServer
let wall = 0

async function start(): Promise<MarketServer> {
  const clock = openClock(t0, [])
  clock.pause()
  const market = smallMarket([order('AABTC', 500, 'buy', [100, 1])])
  const page = { base: 'AA', quote: 'KRW' }
  const scenario = { name: 'small', market, clock, page, starts: t0, ends: t0 + 3_000 }
  wall = 1_000_000
  return (server = await startMarketServer({ scenario, venues: [upbit], wall: () => wall }))
}

afterEach(() => server.close())

const connect = (): WebSocket =>
  new WebSocket(`wss://127.0.0.1:${server.port}/websocket/v1`, {
    headers: { host },
    rejectUnauthorized: false,
  })

const once = (socket: WebSocket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, (first: unknown) => resolve(first)))

test('a venue rejects sockets by a rule of its own, with its own status', async () => {
  await start()
  await once(connect(), 'open')
  expect(await once(connect(), 'error')).toMatchObject({ message: 'Unexpected server response: 429' })
  wall += 10_000
  await once(connect(), 'open')
  expect(server.requests.map(({ status }) => status)).toEqual([101, 429, 101])
})

test('an idle connection is dropped without a closing frame', async () => {
  await start()
  const socket = connect()
  await once(socket, 'open')
  const closed = once(socket, 'close')
  wall += 60_000
  server.clock.advance(1)
  expect(await closed).toBe(1006)
})
