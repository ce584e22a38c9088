import { eachBar, lowest } from '../../stats/bars.ts'
import type { Moment } from '../moment.ts'
import { fullHour, W300 } from '../settings.ts'
import type { Sign } from './sign.ts'

const hour = 3600

/**
 * When the rise began, in seconds after the nearest full hour (before it: negative). It began with the first
 * trade above the low of five minutes, which in a thin market comes long after the low itself.
 */
export function sinceFullHour({ pair, at }: Moment): number {
  const low = lowest(pair.bars, W300)?.second ?? Infinity
  let began = Math.floor(at / 1000)
  eachBar(pair.bars, (second) => {
    if (second > low && second < began) began = second
  })
  return began - Math.round(began / hour) * hour
}

/** Whether the rise began when announced pumps do. */
export function beganOnTheHour(moment: Moment): boolean {
  const since = sinceFullHour(moment)
  return since >= fullHour.from && since <= fullHour.to
}

/**
 * The rise began on the full hour, as three of four announced pumps do, and one rise in fourteen by chance.
 * Not an input of the trees: it adds a small, bounded lift of its own (score.ts) that can be switched off.
 */
export const fullHourSign: Sign = {
  name: 'full-hour',
  features: [{ name: 'sinceFullHour', tape: false, of: sinceFullHour }],
  evidence: () => null,
}
