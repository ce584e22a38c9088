/**
 * Minutes: close and turnover of one pair per minute, for the last hour: what happens too slowly for bars
 * of a second. Silent minutes keep the price and turn over nothing. Float32, because an hour of thousands
 * of pairs is kept and saved.
 * Reference: ring buffer by minute number. Cost: O(1) a push, O(60) a question.
 */
export interface Minutes {
  /** Number of the newest minute since 1970, and of the first one known; −1 and 0 before the first push. */
  newest: number
  first: number
  readonly close: Float32Array
  readonly turnover: Float32Array
}

/** A power of two above sixty: the minute an hour ago and the present one are both kept. */
const slots = 64

/** An hour of which nothing is known. */
export function emptyMinutes(): Minutes {
  return { newest: -1, first: 0, close: new Float32Array(slots), turnover: new Float32Array(slots) }
}

/** Forgets everything: after a gap the past is unknown, not zero. */
export function clearMinutes(minutes: Minutes): void {
  minutes.newest = -1
}

/** Takes a price and what was traded up to it, at `at` (ms); older ones count into the newest minute. */
export function pushMinutes(minutes: Minutes, at: number, close: number, turnover: number): void {
  const minute = Math.floor(at / 60_000)
  if (minutes.newest < 0) minutes.first = minutes.newest = minute
  else if (minute > minutes.newest) advanceMinutes(minutes, at)
  else {
    minutes.close[minutes.newest % slots] = close
    minutes.turnover[minutes.newest % slots]! += turnover
    return
  }
  minutes.close[minute % slots] = close
  minutes.turnover[minute % slots] = turnover
}

/** Lets time pass to `at` (ms): the minutes in between were silent. */
export function advanceMinutes(minutes: Minutes, at: number): void {
  const minute = Math.floor(at / 60_000)
  if (minutes.newest < 0 || minute <= minutes.newest) return
  const close = minutes.close[minutes.newest % slots]!
  for (let silent = Math.max(minutes.newest + 1, minute - slots + 1); silent <= minute; silent++) {
    minutes.close[silent % slots] = close
    minutes.turnover[silent % slots] = 0
  }
  minutes.newest = minute
}

/** Minutes known before the newest, at most 60. */
export function minutesKnown({ newest, first }: Minutes): number {
  return newest < 0 ? 0 : Math.min(60, newest - first)
}

/** The close `ago` minutes before the newest one, or the oldest known; null without any. */
export function closeAgo(minutes: Minutes, ago: number): number | null {
  if (minutes.newest < 0) return null
  return minutes.close[(minutes.newest - Math.min(ago, minutesKnown(minutes))) % slots]!
}

/** What was turned over in the newest `length` minutes, the present one included. */
export function turnoverOf(minutes: Minutes, length: number): number {
  const known = Math.min(length - 1, minutesKnown(minutes))
  let sum = 0
  for (let ago = 0; minutes.newest >= 0 && ago <= known; ago++)
    sum += minutes.turnover[(minutes.newest - ago) % slots]!
  return sum
}

/** Lowest close from `oldest` to `newest` minutes ago, as far as known; null where nothing of it is. */
export function lowestAgo(minutes: Minutes, oldest: number, newest: number): number | null {
  const known = Math.min(oldest, minutesKnown(minutes))
  if (minutes.newest < 0 || known < newest) return null
  let low = Infinity
  for (let ago = newest; ago <= known; ago++)
    low = Math.min(low, minutes.close[(minutes.newest - ago) % slots]!)
  return low
}

/** The closes kept of the last hour, oldest first, with the time at which each minute was over, ms. */
export function eachMinute(minutes: Minutes, visit: (at: number, close: number) => void): void {
  for (let ago = minutesKnown(minutes); minutes.newest >= 0 && ago > 0; ago--) {
    const minute = minutes.newest - ago
    visit((minute + 1) * 60_000, minutes.close[minute % slots]!)
  }
}

/** Share of the newest `length` minutes before the present one in which more than `turnover` changed hands; 0 without any. */
export function busyShare(minutes: Minutes, length: number, turnover: number): number {
  const known = Math.min(length, minutesKnown(minutes))
  let busy = 0
  for (let ago = 1; ago <= known; ago++)
    if (minutes.turnover[(minutes.newest - ago) % slots]! > turnover) busy++
  return known === 0 ? 0 : busy / known
}
