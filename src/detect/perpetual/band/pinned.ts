/** A contract whose last price is held at the limit that its venue publishes. */
export interface Pinned {
  /** 1 at the upper limit, −1 at the lower. */
  readonly side: 1 | -1
  /** The limit, and the middle of the band that it bounds, quote per base. */
  readonly limit: number
  readonly middle: number
  /** Since when, and when it was last seen so, market time, ms. */
  readonly since: number
  readonly seenAt: number
}
