import type { RequestBudget } from '../exchange.ts'
import type { StreamCall } from '../feeds/stream-call.ts'
import type { JsonObject } from './json.ts'
import { cryptocomReplyOf } from './subscription-replies.ts'

// What the markets of Crypto.com share: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html

/** A hundred requests a second of each method, those of spot and of perpetuals together: half for each market. */
export const cryptocomBudget: RequestBudget = { weight: 50, perMs: 1000, exceededCodes: [10006, 42901] }

/** The socket of market data. A heartbeat is to be answered by its own id; no frame in the second of connecting. */
export const cryptocomStream: StreamCall = {
  url: 'wss://stream.crypto.com/exchange/v1/market',
  handshake: { waitMs: 1000 },
  heartbeat: {
    serverEveryMs: 30_000,
    answer(message) {
      const { method, id } = (message ?? {}) as JsonObject
      return method === 'public/heartbeat' ? { id, method: 'public/respond-heartbeat' } : null
    },
  },
  subscriptionReply: cryptocomReplyOf('trade'),
}
