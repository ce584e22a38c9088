/**
 * The prices of an episode's last half minute, one a second at most, oldest first: what its phase is judged by. One
 * print is no phase; a median over time is that of a price that stood.
 */
export interface RecentPrices {
  /** Market times, ms, of which each price was the newest until the next one. */
  readonly at: number[]
  readonly price: number[]
}

/** What phases are judged over, ms. */
const recentMs = 30_000
/** Of each such step one price is kept, ms. */
export const stepMs = 1000

/** Adds the newest price at a market time, ms; a second shows its latest. */
export function addRecentPrice({ at, price }: RecentPrices, now: number, newest: number): void {
  const last = at.length - 1
  if (last >= 0 && Math.floor(at[last]! / stepMs) === Math.floor(now / stepMs)) price[last] = newest
  else {
    at.push(now)
    price.push(newest)
  }
  // The newest before the window is what the price was when it began.
  while (at.length > 1 && at[1]! <= now - recentMs) {
    at.shift()
    price.shift()
  }
}

/** Moves all times later by so much, ms: it was not seen whether the price stood. */
export function delayRecentPrices({ at }: RecentPrices, ms: number): void {
  at.forEach((time, i) => (at[i] = time + ms))
}

/**
 * How long (ms) of the last half minute the price stood at a level or beyond it.
 *
 * @param side 1: at or above the level; −1: at or below it
 * @param since what was before does not count, ms
 */
export function timeBeyond(
  { at, price }: RecentPrices,
  level: number,
  side: 1 | -1,
  now: number,
  since: number,
): number {
  let time = 0
  for (let i = 0; i < at.length; i++)
    if (side * (price[i]! - level) >= 0)
      time += Math.min(heldMs(at, i, now), Math.max(0, (at[i + 1] ?? now) - since))
  return time
}

/**
 * From when on the median of the last half minute has stood beyond a level, as all its newest prices do: of a slow feed
 * earlier than it was looked at.
 *
 * @param side −1: below the level; 1: above it
 */
export function medianBeyondSince(
  { at, price }: RecentPrices,
  level: number,
  side: 1 | -1,
  now: number,
): number {
  const first = price.findLastIndex((each) => side * (each - level) <= 0) + 1
  return Math.min(now, (at[first] ?? now) + recentMs / 2)
}

/** The median price over time of the last half minute; NaN without prices. */
export function medianPrice({ at, price }: RecentPrices, now: number): number {
  // Asked of every running episode at every look, mostly of one old price, and of few when it moves: no closures.
  if (price.length === 1) return price[0]!
  const order: number[] = []
  for (let i = 0; i < price.length; i++) {
    let place = i
    for (; place > 0 && price[order[place - 1]!]! > price[i]!; place--) order[place] = order[place - 1]!
    order[place] = i
  }
  let rest = 0
  for (const i of order) rest += heldMs(at, i, now) / 2
  for (const i of order) if ((rest -= heldMs(at, i, now)) <= 0) return price[i]!
  return NaN
}

/** How long a price was the newest within the last half minute. */
function heldMs(at: readonly number[], i: number, now: number): number {
  return Math.max(0, (at[i + 1] ?? now) - Math.max(at[i]!, now - recentMs))
}
