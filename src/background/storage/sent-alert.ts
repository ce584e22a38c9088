import type { Tier } from '../../market/tier.ts'

/** The last notification about an episode, as it is stored. */
export interface SentAlert {
  /** Id of the episode. */
  readonly episode: string
  readonly tier: Tier
  /** Whether the episode's price was already falling. */
  readonly fell: boolean
  /** Price relative to the start of the episode. */
  readonly ratio: number
  /** Wall clock, ms. */
  readonly at: number
  /** `alone`: shown by itself. `held`: kept back by quiet hours. `digest`: part of the summary after them. */
  readonly way: 'alone' | 'held' | 'digest'
}
