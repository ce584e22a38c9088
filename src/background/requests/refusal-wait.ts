const shortWaitMs = 45_000
const maxWaitMs = 600_000
/** So many refusals in a row may be an incident that ends within minutes. */
const maxShortWaits = 3

/**
 * How long (ms) to leave a venue alone that refuses us (429, 418, 403, 451) and does not say for how long: at first
 * so short that its return is noticed within a minute, then ever longer, for a block may be meant to last.
 *
 * @param times how often in a row it has refused, from 1
 */
export const refusalWaitMs = (times: number): number =>
  Math.min(maxWaitMs, shortWaitMs * 2 ** Math.max(0, times - maxShortWaits))
