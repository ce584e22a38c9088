/** What was liquidated of a contract in one second, USD. */
export interface LiquidatedSecond {
  /** Seconds UTC. */
  readonly second: number
  longs: number
  shorts: number
}

/** The liquidations of a contract within the last minute. */
export interface Burst {
  /** Oldest first; seconds without any are left out. */
  readonly seconds: LiquidatedSecond[]
  /** The usual minute, USD, as it was before they were many: what runs now is no part of its own norm. */
  usual: number
}
