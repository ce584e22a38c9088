/** Limits what the pages of each tab may ask for: a banner in a renderer that was taken over may ask without end. */
export interface TabLimits {
  /** Whether the tab may ask for this much now; if so, it counts. `now`: wall clock, ms. */
  admits(tab: number | undefined, cost: number, now: number): boolean
}

/** What a tab may ask for at once, and what it regains a second: far more than a trader could. */
const maxTokens = 60
const tokensPerMs = 2 / 1000
/** Tabs beyond so many that have asked for nothing of late are forgotten. */
const maxIdleTabs = 100

interface Bucket {
  tokens: number
  at: number
  isWarned: boolean
}

/** A token bucket for each tab: https://en.wikipedia.org/wiki/Token_bucket. Tells once a tab that it was exceeded. */
export function createTabLimits(): TabLimits {
  const buckets = new Map<number | undefined, Bucket>()

  const tokensAt = ({ tokens, at }: Bucket, now: number) =>
    Math.min(maxTokens, tokens + Math.max(0, now - at) * tokensPerMs)
  function forgetIdle(now: number): void {
    if (buckets.size <= maxIdleTabs) return
    for (const [tab, bucket] of buckets) if (tokensAt(bucket, now) === maxTokens) buckets.delete(tab)
  }
  function bucketOf(tab: number | undefined, now: number): Bucket {
    const known = buckets.get(tab)
    if (known) return known
    forgetIdle(now)
    const made = { tokens: maxTokens, at: now, isWarned: false }
    buckets.set(tab, made)
    return made
  }
  return {
    admits(tab, cost, now) {
      const bucket = bucketOf(tab, now)
      bucket.tokens = tokensAt(bucket, now)
      bucket.at = now
      if (bucket.tokens >= cost) {
        bucket.tokens -= cost
        return true
      }
      if (!bucket.isWarned) console.warn(`Tab ${String(tab)} asks for too much: some of it is ignored`)
      bucket.isWarned = true
      return false
    },
  }
}
