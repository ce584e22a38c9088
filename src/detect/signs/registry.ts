import { abruptnessSign } from './abruptness.ts'
import { fullHourSign } from './full-hour.ts'
import { rushOrdersSign } from './rush-orders.ts'
import { returnSign } from './return.ts'
import type { Feature, Sign } from './sign.ts'
import { sweepSign } from './sweep.ts'
import { takerBuysSign } from './taker-buys.ts'
import { tradeCountSign } from './trade-count.ts'
import { turnoverSign } from './turnover.ts'

/** Every sign that enters the score, in the order in which their evidence is shown. */
export const signs: readonly Sign[] = [
  returnSign,
  turnoverSign,
  rushOrdersSign,
  takerBuysSign,
  tradeCountSign,
  abruptnessSign,
  sweepSign,
  fullHourSign,
]

/** Every input of the score. */
export const features: readonly Feature[] = signs.flatMap((sign) => sign.features)
