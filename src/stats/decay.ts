/**
 * Decay: weight of a new value against the old one after `dt`, if old values lose half their weight every
 * `halfLife`.
 * Reference: exponential smoothing with irregular spacing, k = 1 − ½^(dt / halfLife). Cost: one power.
 *
 * @param dt elapsed time, same unit as `halfLife`; negative counts as 0
 * @returns weight of the new value, 0…1
 */
export function decay(dt: number, halfLife: number): number {
  return dt <= 0 ? 0 : 1 - 0.5 ** (dt / halfLife)
}
