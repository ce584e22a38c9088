import { logRatio } from '../moment.ts'
import type { Sign } from './sign.ts'

/** Many more trades than usual: the one ticker figure that turnover cannot replace. */
export const tradeCountSign: Sign = {
  name: 'trade-count',
  features: [
    {
      name: 'count25',
      tape: false,
      of: (m) => logRatio(m.count25, m.pair.baseline.count.value, 25, 1),
    },
    {
      name: 'count60',
      tape: false,
      of: (m) => logRatio(m.count60, m.pair.baseline.count.value, 60, 1),
    },
    { name: 'logUsualCount', tape: false, of: (m) => Math.log(m.pair.baseline.count.value + 0.05) },
  ],
  evidence(m) {
    const trades = m.count60
    const usual = m.pair.baseline.count.value
    if (trades < 5 || trades < 3 * usual) return null
    return { sign: 'trade-count', value: trades, unit: 'trades', windowMs: 60_000, usual, at: m.at }
  },
}
