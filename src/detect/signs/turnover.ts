import { logRatio } from './moment.ts'
import { slowTurnover, usualTurnover } from '../pair/usual/usual.ts'
import type { Sign } from './sign.ts'
import { dustUsd } from '../settings.ts'

/** Much more turnover than usual. */
export const turnoverSign: Sign = {
  name: 'turnover',
  features: [
    {
      name: 'turnover25',
      tape: false,
      of: (m) => logRatio(m.turnover25, usualTurnover(m.pair), 25, dustUsd / m.usd),
    },
    {
      name: 'turnover300',
      tape: false,
      of: (m) => logRatio(m.turnover300, usualTurnover(m.pair), 300, dustUsd / m.usd),
    },
    {
      // Turnover before the last minute: most pumps begin in a quiet market.
      name: 'turnoverBefore',
      tape: false,
      of: (m) =>
        logRatio(Math.max(0, m.turnover300 - m.turnover60), slowTurnover(m.pair), 240, dustUsd / m.usd),
    },
    {
      name: 'logTurnover25',
      tape: false,
      of: (m) => Math.log(m.turnover25 * m.usd + dustUsd / 4),
    },
    {
      name: 'share25',
      tape: false,
      of: (m) => (m.turnover300 > 0 ? m.turnover25 / m.turnover300 : 0),
    },
    {
      name: 'logUsualTurnover',
      tape: false,
      of: (m) => Math.log(usualTurnover(m.pair) * m.usd + 1),
    },
  ],
  evidence(m) {
    const usual = usualTurnover(m.pair)
    const times = m.turnover60 / (usual + dustUsd / m.usd / 10)
    if (times < 3) return null
    return { sign: 'turnover', value: times, unit: 'times', windowMs: 60_000, usual: 1, at: m.at }
  },
}
