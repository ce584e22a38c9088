import { heavyTailed, normal, random } from '../market/random.ts'
import type { CoinCourse } from './course.ts'

/** The walk of one coin's value in BTC, on a grid of five seconds, straight lines between. */
export interface Walk {
  /** ln of BTC per coin at a market time within the newest step. */
  ln(at: number): number
  /** ln of the return over about the last minute: which way takers lean. */
  momentum(): number
  /** How excited the coin's traders are: about 1, log-normal, persistent over half an hour. */
  readonly heat: number
  /** Moves the newest step so that `at` lies within; `common` is the whole market's return over it, `still` that the venue is closed. */
  step(at: number, common: number, still: boolean): void
}

export const STEP = 5_000
const PER_DAY = 86_400_000 / STEP
// An excited hour returns to normal within about half an hour.
const HEAT_KEPT = Math.exp(-STEP / 1_800_000)

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
  course: CoinCourse | null,
): Walk {
  const chance = random(seed)
  const home = Math.log(price)
  const scale = sigma / Math.sqrt(PER_DAY)
  let own = 0
  let warmth = 0.3 * normal(chance)
  let heat = course?.price ? 1 : Math.exp(warmth)
  let from = home
  let to = home
  let stepEnd = 0
  let momentum = 0
  const value = (at: number): number => {
    // A told price keeps a little life of its own.
    if (course?.price) return Math.log(course.price(at)) + 0.0012 * Math.sin(own * 400)
    return home + own + (course?.shift?.(at) ?? 0)
  }
  return {
    ln: (at) => to + ((from - to) * (stepEnd - at)) / STEP,
    momentum: () => momentum,
    get heat() {
      return heat
    },
    step(at, common, still) {
      stepEnd = at + STEP
      warmth = warmth * HEAT_KEPT + 0.097 * (chance.next() - 0.5)
      // A told coin's trading is told as well.
      heat = course?.price ? 1 : Math.exp(warmth)
      if (!still) own = own * 0.99999 + beta * common + scale * Math.sqrt(heat) * heavyTailed(chance)
      from = to
      to = value(stepEnd)
      if (from === home && momentum === 0) from = to
      momentum = momentum * 0.92 + (to - from)
    },
  }
}
