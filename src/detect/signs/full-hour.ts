import { usualTurnover } from '../pair/usual/usual.ts'
import type { Moment } from './moment.ts'
import type { Sign } from './sign.ts'
import { fullHour } from '../thresholds.ts'

const hourSeconds = 3600

/** When the rise began, in seconds after the nearest full hour; negative before it. */
export function sinceFullHour(moment: Moment): number {
  const began = beganAtSeconds(moment)
  return began - Math.round(began / hourSeconds) * hourSeconds
}

/** Whether the rise began around the full hour, where most announced pumps begin, and the pair is one of their size. */
export function beganOnTheHour(moment: Moment): boolean {
  if (usualTurnover(moment.pair) * moment.usd >= fullHour.maxTurnoverUsd) return false
  const since = sinceFullHour(moment)
  return since >= fullHour.from && since <= fullHour.to
}

/**
 * The rise began on the full hour, as three of four announced pumps do and one other rise in fourteen. No input
 * of the trees: it adds a constant to the log odds (score.ts), bounded and easy to switch off.
 */
export const fullHourSign: Sign = {
  name: 'full-hour',
  features: [{ name: 'sinceFullHour', tape: false, of: sinceFullHour }],
  evidence(m) {
    if (!beganOnTheHour(m)) return null
    const nearest = Math.round(beganAtSeconds(m) / hourSeconds) * hourSeconds * 1000
    return { sign: 'full-hour', value: nearest, unit: 'time', windowMs: 0, at: m.at }
  },
}

/** When the rise began, seconds since 1970. */
function beganAtSeconds({ beganAt }: Moment): number {
  return Math.floor(beganAt / 1000)
}
