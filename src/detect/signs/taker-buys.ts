import type { Sign } from './sign.ts'
import { dustUsd } from '../settings.ts'

/** Most trades are market buys. */
export const takerBuysSign: Sign = {
  name: 'taker-buys',
  features: [
    { name: 'buys5', tape: true, of: (m) => Math.log1p(m.tape5.buys) },
    { name: 'buys25', tape: true, of: (m) => Math.log1p(m.tape25.buys) },
    { name: 'buys60', tape: true, of: (m) => Math.log1p(m.tape60.buys) },
    {
      name: 'imbalance25',
      tape: true,
      of: (m) => (2 * m.tape25.buyTurnover - m.tape25.turnover) / (m.tape25.turnover + dustUsd / 2 / m.usd),
    },
    { name: 'buySeconds25', tape: true, of: (m) => m.tape25.buySeconds },
    // An announced crowd buys within seconds; buys spread over the whole minute are an ordinary market.
    { name: 'buySeconds60', tape: true, of: (m) => m.tape60.buySeconds },
  ],
  evidence(m) {
    if (m.tape60.count < 10) return null
    const share = m.tape60.buyTurnover / m.tape60.turnover
    if (share < 0.6) return null
    return { sign: 'taker-buys', value: share, unit: 'fraction', windowMs: 60_000, usual: 0.5, at: m.at }
  },
}
