import type { Tier } from '../../market/tier.ts'

/** An alert about an episode, as it is stored. All times are wall clock, ms. */
export interface SentAlert {
  /** Id of the episode. */
  readonly episode: string
  readonly tier: Tier
  /** Whether the turn was told: that the episode's price is falling, or, of a fall, rebounding. */
  readonly fell: boolean
  /** The extreme from which it turned, relative to the start of the episode; present once that was told. */
  readonly turnedFrom?: number
  /** Price relative to the start of the episode. */
  readonly ratio: number
  /** When it became due. */
  readonly at: number
  /**
   * `alone`: shown by itself. `held`: kept back by quiet hours. `limited`: kept back by the hourly limit. `digest`:
   * part of a summary of those that were kept back.
   */
  readonly way: 'alone' | 'held' | 'limited' | 'digest'
  /** When that summary was shown. */
  readonly digestAt?: number
}
