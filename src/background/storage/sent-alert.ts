import type { Tier } from '../../market/tier.ts'

/** An alert about an episode, as it is stored. All times are wall clock, ms. */
export interface SentAlert {
  /** Id of the episode. */
  readonly episode: string
  readonly tier: Tier
  /** Whether the episode's price was already falling. */
  readonly fell: boolean
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
