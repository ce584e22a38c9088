const periodMs = 60_000

/** Restores in a period that a page may cause by accident. */
export const maxRestores = 5

/** Whether another restore stays within a number per minute. Times in ms on the same clock. */
export function mayRestore(restoredAt: readonly number[], now: number, max: number): boolean {
  return restoredAt.filter((at) => now - at < periodMs).length < max
}
