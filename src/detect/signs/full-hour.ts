import type { Moment } from './moment.ts'
import type { Sign } from './sign.ts'
import { fullHour } from '../thresholds.ts'

const hour = 3600

/** When the rise began, in seconds after the nearest full hour (before it: negative). */
export function sinceFullHour(moment: Moment): number {
  const began = beginning(moment)
  return began - Math.round(began / hour) * hour
}

/** Whether the rise began when announced pumps do. */
export function beganOnTheHour(moment: Moment): boolean {
  const since = sinceFullHour(moment)
  return since >= fullHour.from && since <= fullHour.to
}

/**
 * The rise began on the full hour, as three of four announced pumps do and one other rise in fourteen. Not an
 * input of the trees: it adds a lift of its own (score.ts), small, bounded, and open to being switched off.
 */
export const fullHourSign: Sign = {
  name: 'full-hour',
  features: [{ name: 'sinceFullHour', tape: false, of: sinceFullHour }],
  evidence(m) {
    if (!beganOnTheHour(m)) return null
    const nearest = Math.round(beginning(m) / hour) * hour * 1000
    return { sign: 'full-hour', value: nearest, unit: 'time', windowMs: 0, at: m.at }
  },
}

/** Seconds since 1970. */
function beginning({ beganAt }: Moment): number {
  return Math.floor(beganAt / 1000)
}
