import { heavyTailed, normal, random } from '../market/random.ts'
import type { PricePath } from './plot.ts'

/** The walk of one coin's value in BTC, in steps with straight lines between. */
export interface Walk {
  /** ln of BTC per coin at a market time within the newest step. */
  ln(at: number): number
  /** ln of the return over about the last minute: which way takers lean. */
  momentum(): number
  /** How excited the coin's traders are: about 1, log-normal, persistent over half an hour. */
  readonly heat: number
  /** Makes the step from `at` of `length` ms; `common` is the whole market's return over it, `still` that the venue is closed. */
  step(at: number, length: number, common: number, still: boolean): void
}

const dayMs = 86_400_000
// An excited hour returns to normal within about half an hour.
const heatDecayMs = 1_800_000
// A coin far from its start value is drawn back within about six days.
const meanReversionMs = 500_000_000

/**
 * Opens a coin's walk: heavy-tailed steps whose size follows a slowly wandering heat, pulled
 * softly towards the start value so that a played week does not run away.
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
  let warmth = 0.3 * normal(chance)
  let heat = course?.price ? 1 : Math.exp(warmth)
  let from = home
  let to = home
  let end = 0
  let span = 1
  let momentum = 0
  const value = (at: number): number => {
    // A told price keeps a little life of its own.
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
      const kept = 1 - length / heatDecayMs
      // Uniform draws suffice: many of them make a normal, and the walk itself has the heavy tail.
      warmth = warmth * kept + 1.84 * Math.sqrt(length / heatDecayMs) * (chance.next() - 0.5)
      // A told coin's trading is told as well.
      heat = course?.price ? 1 : Math.exp(warmth)
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
