// The foreign exchange market is open from Monday's first trade in Wellington to Friday's last in New York. The hours
// are Sunday 22:00 to Friday 20:00 UTC: the narrowest over summer and winter time.

const hour = 3_600_000
const week = 168 * hour
/** Length of the open part of a week. */
const open = 118 * hour
/** 1970-01-01 was a Thursday: the first Sunday, 22:00 UTC. */
const firstOpening = (3 * 24 + 22) * hour

/** When so much (ms) of open market will have passed since a time, ms UTC: a Friday's last rate holds over the weekend. */
export function afterOpen(at: number, length: number): number {
  const into = (((at - firstOpening) % week) + week) % week
  if (into >= open) return at - into + week + length
  return at + length + (into + length > open ? week - open : 0)
}
