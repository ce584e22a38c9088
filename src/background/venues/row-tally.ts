/** What one message held: how many rows could be read, and how many could not. */
export interface RowCount {
  readonly sound: number
  readonly dropped: number
  /** What was wrong with one of those dropped, short and technical. */
  readonly example?: string | undefined
  /** Nobody knows how many rows there were beyond these. */
  readonly isBroken?: boolean | undefined
}

/** Counts over the last minutes what could be read of the rows on one way, e.g. of the ticker stream. */
export interface RowTally {
  /** `now`, here and below: wall clock, ms. */
  /** A broken message counts at least as many rows as the last whole one had. */
  take(count: RowCount, now: number): void
  /** Whether more than next to nothing of the last seconds' rows could be read; true where none came. */
  isUnderstood(now: number): boolean
  /** Share of the rows of the last five minutes that were dropped, 0–1. */
  droppedShare(now: number): number
  /** What was wrong with the newest of them; undefined before the first. */
  readonly example: string | undefined
}

const bucketMs = 5000
/** Five minutes. */
const buckets = 60
/** So many buckets, the present one included, tell whether a way is understood now: 10 to 15 s. */
const recentBuckets = 3
/** Of a way that is understood at least this share of the rows can be read. */
const minSoundShare = 0.1

export function createRowTally(): RowTally {
  /** Per bucket: its number since 1970, and its rows. */
  const numbers = new Array<number>(buckets).fill(-Infinity)
  const sound = new Array<number>(buckets).fill(0)
  const dropped = new Array<number>(buckets).fill(0)
  /** Rows of the last message that was not broken. */
  let wholeRows = 1
  let example: string | undefined

  /** Rows of the last `most` buckets. Those ahead of a clock that was set back are left out. */
  function sum(now: number, most: number): { sound: number; dropped: number } {
    const total = { sound: 0, dropped: 0 }
    const present = Math.floor(now / bucketMs)
    for (let number = present - most + 1; number <= present; number++) {
      const i = number % buckets
      if (numbers[i] !== number) continue
      total.sound += sound[i] ?? 0
      total.dropped += dropped[i] ?? 0
    }
    return total
  }
  function take(count: RowCount, now: number): void {
    const rows = count.sound + count.dropped
    const unknown = count.isBroken ? Math.max(0, wholeRows - rows) : 0
    const number = Math.floor(now / bucketMs)
    const i = number % buckets
    if (numbers[i] !== number) {
      numbers[i] = number
      sound[i] = dropped[i] = 0
    }
    sound[i] = (sound[i] ?? 0) + count.sound
    dropped[i] = (dropped[i] ?? 0) + count.dropped + unknown
    if (!count.isBroken && rows > 0) wholeRows = rows
    example = count.example ?? example
  }
  return {
    take,
    isUnderstood(now) {
      const recent = sum(now, recentBuckets)
      return recent.sound >= minSoundShare * (recent.sound + recent.dropped)
    },
    droppedShare(now) {
      const all = sum(now, buckets)
      return all.dropped === 0 ? 0 : all.dropped / (all.sound + all.dropped)
    },
    get example() {
      return example
    },
  }
}
