import { yenPerDollar } from '../quotes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { refuse, success } from './rest.ts'

/** Currencies against the yen, and the dealer's spread in yen. */
const rates: readonly (readonly [string, number, number])[] = [
  ['USD_JPY', yenPerDollar, 0.002],
  ['EUR_JPY', yenPerDollar * 1.16, 0.004],
  ['GBP_JPY', yenPerDollar * 1.32, 0.009],
]

/** Answers `https://forex-api.coin.z.com/public`, foreign exchange. https://forex-api.coin.z.com/docs/ */
export function answerForex(now: number, { path }: Call): Reply {
  if (path === '/public/v1/status') return success(now, { status: 'OPEN' })
  if (path !== '/public/v1/ticker') return refuse('ERR-5207', 'Not found')
  const rows = rates.map(([symbol, rate, spread]) => ({
    ask: (rate + spread / 2).toFixed(3),
    bid: (rate - spread / 2).toFixed(3),
    symbol,
    // Microseconds, unlike the coin API.
    timestamp: new Date(now).toISOString().replace('Z', '000Z'),
    status: 'OPEN',
  }))
  return success(now, rows)
}
