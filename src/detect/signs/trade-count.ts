import { logRatio } from './moment.ts'
import { usualCount } from '../pair/usual/usual.ts'
import type { Sign } from './sign.ts'

/** Many more trades than usual: the only ticker figure that adds information to turnover. */
export const tradeCountSign: Sign = {
  name: 'trade-count',
  features: [
    {
      name: 'count25',
      tape: false,
      of: (m) => logRatio(m.count25, usualCount(m.pair), 25, 1),
    },
    {
      name: 'count60',
      tape: false,
      of: (m) => logRatio(m.count60, usualCount(m.pair), 60, 1),
    },
    { name: 'logUsualCount', tape: false, of: (m) => Math.log(usualCount(m.pair) + 0.05) },
  ],
  evidence(m) {
    const trades = m.count60
    const usual = usualCount(m.pair)
    if (trades < 5 || trades < 3 * usual) return null
    return { sign: 'trade-count', value: trades, unit: 'trades', windowMs: 60_000, usual, at: m.at }
  },
}
