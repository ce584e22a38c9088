import { request } from 'node:https'
import { WebSocket } from 'ws'
import { openClock } from '../../../tools/market-server/clock.ts'
import type { MarketServer } from '../../../tools/market-server/server.ts'
import { startMarketServer } from '../../../tools/market-server/server.ts'
import { order, smallMarket, t0 } from './small-market.ts'

/** An HTTP response. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
  readonly headers: NodeJS.Dict<string | string[]>
}

/** Every venue on two trades of AA/BTC, 500 and 1,500 ms after t0, with a paused clock. */
export async function startSmallServer(): Promise<MarketServer> {
  const orders = [order('AABTC', 500, 'buy', [100, 1]), order('AABTC', 1_500, 'sell', [99, 1])]
  const clock = openClock(t0, [])
  clock.pause()
  const page = { base: 'AA', quote: 'BTC' }
  const market = smallMarket(orders)
  return startMarketServer({ scenario: { name: 'small', market, clock, page, starts: t0, ends: t0 + 3_000 } })
}

/** One GET; rejects when nothing comes for 3 s. */
export function get(server: MarketServer, host: string, path: string): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: server.port,
      path,
      headers: { host },
      rejectUnauthorized: false,
      timeout: 3000,
    }
    const asked = request(options, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', reject)
    asked.end()
  })
}

export const connect = (server: MarketServer, host: string, path: string): WebSocket =>
  new WebSocket(`wss://127.0.0.1:${server.port}${path}`, { headers: { host }, rejectUnauthorized: false })

/** The next event of a socket: its first argument. */
export const once = (socket: WebSocket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, (first: unknown) => resolve(first)))
