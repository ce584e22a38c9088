import { createRateLimit } from '../../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../../src/background/requests/request-queue.ts'
import { takeTicks } from '../../../../src/detect/engine.ts'
import { createEngine } from '../../../../src/detect/engine-state.ts'
import { listPairs } from '../../../../src/detect/pair/list-pairs.ts'
import { binance } from '../../../../src/exchanges/binance.ts'
import type { Exchange } from '../../../../src/exchanges/exchange.ts'

/** A whole minute, when the venue's engine begins. */
export const begin = 1_700_000_040_000
export const minute = 60_000
export const candlePair = { venue: 'binance', base: 'SYS', quote: 'BTC' }

/** A venue whose engine took some minutes of one pair: at 100 in the first, one more in each. */
export function candleVenue(exchange: Exchange = binance, symbol = 'SYSBTC', minutes = 5) {
  const engine = createEngine(exchange.id)
  const { base, quote } = candlePair
  listPairs(engine.data, [{ type: 'symbol', symbol, base, quote, state: 'trading' }])
  for (let second = 0; second < minutes * 60; second++) {
    const at = begin + second * 1000
    const last = 100 + Math.floor(second / 60)
    takeTicks(engine, [{ type: 'tick', symbol, base: null, quote: null, at, last }], at)
  }
  const requests = createRequestQueue({
    rateLimit: createRateLimit(exchange.budget),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  return { exchange, engine, requests }
}
