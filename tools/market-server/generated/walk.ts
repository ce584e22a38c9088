import { heavyTailed, normal, random } from '../market/random.ts'
import type { PricePath } from './plot.ts'

/** The random walk of one coin's value in BTC, in steps with linear interpolation. */
export interface Walk {
  /** ln of BTC per coin at a market time within the newest step. */
  ln(at: number): number
  /** ln of the return over about the last minute: the direction takers lean to. */
  momentum(): number
  /** Activity of the coin's traders: about 1, log-normal, persistent over half an hour. */
  readonly heat: number
  /**
   * Generates the step from `at` of `length` ms; `common` is the whole market's return over it, `still` whether
   * the venue is closed.
   */
  step(at: number, length: number, common: number, still: boolean): void
}

const dayMs = 86_400_000
// Activity decays to normal within about half an hour.
const heatDecayMs = 1_800_000
// Time over which a coin reverts to its start value: about six days.
const meanReversionMs = 500_000_000

/**
 * Opens a coin's walk: heavy-tailed steps scaled by a slowly varying activity, with weak reversion to the start
 * value so that a simulated week does not drift away.
 *
 * @param sigma standard deviation of a day's own return
 * @param beta share of the market's common return that the coin follows
 */
export function openWalk(
  seed: number,
  price: number,
  sigma: number,
  beta: number,
  course: PricePath | null,
): Walk {
  const chance = random(seed)
  const home = Math.log(price)
  const scale = sigma / Math.sqrt(dayMs)
  let own = 0
  let activity = 0.3 * normal(chance)
  let heat = course?.price ? 1 : Math.exp(activity)
  let from = home
  let to = home
  let end = 0
  let span = 1
  let momentum = 0
  const value = (at: number): number => {
    // A scripted price keeps a little noise of its own.
    if (course?.price) return Math.log(course.price(at)) + 0.0012 * Math.sin(own * 400)
    return home + own + (course?.shift && at > (course.from ?? 0) ? course.shift(at) : 0)
  }
  return {
    ln: (at) => to + ((from - to) * (end - at)) / span,
    momentum: () => momentum,
    get heat() {
      return heat
    },
    step(at, length, common, still) {
      end = at + length
      span = length
      const decay = 1 - length / heatDecayMs
      // Uniform draws suffice: their sum is near normal, and the walk itself has the heavy tail.
      activity = activity * decay + 1.84 * Math.sqrt(length / heatDecayMs) * (chance.next() - 0.5)
      // A scripted coin's activity is scripted as well.
      heat = course?.price ? 1 : Math.exp(activity)
      if (!still)
        own =
          own * (1 - length / meanReversionMs) +
          beta * common +
          scale * Math.sqrt(length * heat) * heavyTailed(chance)
      from = to
      to = value(end)
      if (from === home && momentum === 0) from = to
      momentum = momentum * Math.exp(-length / 60_000) + (to - from)
    },
  }
}

/** A coin that stands for another: it follows the other's walk, apart from a small one of its own. */
export function openPeggedWalk(other: Walk, own: Walk): Walk {
  return {
    ln: (at) => other.ln(at) + own.ln(at),
    momentum: () => other.momentum() + own.momentum(),
    get heat() {
      return own.heat
    },
    // The other makes its steps itself.
    step: (at, length, _, still) => own.step(at, length, 0, still),
  }
}
