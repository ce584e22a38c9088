import type { Tier } from '../../../market/tier.ts'
import type { Gap } from './measure-gap.ts'

/** What a gap has come to, in the market time of its venue, ms. */
export interface GapDetection {
  readonly gap: Gap
  readonly tier: Tier
  readonly direction: 1 | -1
  /** When it began, and now. */
  readonly from: number
  readonly at: number
  /** Market time less wall clock. */
  readonly lead: number
  /** Since when the venue has coins of this kind suspended; null where it has not. */
  readonly suspended: number | null
}
