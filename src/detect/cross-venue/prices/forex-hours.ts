// The foreign exchange market is open from Monday's first trade in Wellington to Friday's last in New York. Taken
// as Sunday 22:00 to Friday 20:00 UTC, the narrowest hours across summer and winter time.

const hourMs = 3_600_000
const weekMs = 168 * hourMs
/** Length of the open part of a week. */
const openMs = 118 * hourMs
/** The first Sunday, 22:00 UTC: 1970-01-01 was a Thursday. */
const firstOpening = (3 * 24 + 22) * hourMs

/**
 * When a duration of open forex market will have passed: Friday's last rate stays valid over the weekend. A start
 * within a weekend counts as the next opening.
 *
 * @param at start, ms UTC
 * @param durationMs shorter than a week's open hours
 * @returns ms UTC
 */
export function addForexTime(at: number, durationMs: number): number {
  const sinceOpening = (((at - firstOpening) % weekMs) + weekMs) % weekMs
  if (sinceOpening >= openMs) return at - sinceOpening + weekMs + durationMs
  return at + durationMs + (sinceOpening + durationMs > openMs ? weekMs - openMs : 0)
}
