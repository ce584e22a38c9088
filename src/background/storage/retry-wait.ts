/** Wait before the second attempt, ms; doubled with each failure. */
const baseWaitMs = 2000
/** No wait between two attempts to store something is longer, ms. */
export const maxRetryWaitMs = 60_000

/** How long to wait after so many failed attempts in a row, ms. */
export const retryWaitMs = (failures: number): number =>
  Math.min(maxRetryWaitMs, baseWaitMs * 2 ** (failures - 1))
