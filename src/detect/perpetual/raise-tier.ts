import { strongerTier, type Tier, tierRank } from '../../market/tier.ts'

/** What is seen of a contract at one moment, each by its own measure; null: nothing. */
export interface Seen {
  readonly gap: Tier | null
  readonly burst: Tier | null
  /** The last price is held at the limit that the venue publishes. */
  readonly band: boolean
  /** Open interest surges or flushes. */
  readonly interest: boolean
  readonly funding: Tier | null
}

/** Tiers of what may begin an episode. */
export type Raised = Pick<Seen, 'gap' | 'burst'>

/**
 * What the signs of a contract make of each other. Thresholds of each alone: thresholds.ts.
 *
 *   seen together                                            makes
 *   held at the price band                                   Warning   exact: nobody can trade beyond it
 *   so held, or apart by a Warning or more; liquidations     Danger    a squeeze or a cascade of this market alone
 *   apart, or liquidations; open interest surges or flushes  Warning   positions are forced, not merely prices
 *   apart, or liquidations; funding a Warning or at its cap  Warning   one side pays to stay, or cannot
 *   open interest, funding or a flag of the venue's alone    nothing   evidence of an episode that runs
 *
 * A price that moves with them is a pump or a dump by rules of its own; what is seen here joins its card, and the graver
 * of the tiers stands.
 */
export function raisedBy({ gap: apart, burst, band, interest, funding }: Seen): Raised {
  const gap = band ? strongerTier(apart, 'warning') : apart
  if (burst !== null && tierRank(gap) >= tierRank('warning')) return { gap: 'danger', burst: 'danger' }
  if (!interest && tierRank(funding) < tierRank('warning')) return { gap, burst }
  return { gap: gap && strongerTier(gap, 'warning'), burst: burst && strongerTier(burst, 'warning') }
}
