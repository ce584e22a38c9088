/** How strongly Keiho words an episode. */
export type Tier = 'notice' | 'warning' | 'danger'

/** Weakest first. */
export const tiers: readonly Tier[] = ['notice', 'warning', 'danger']

/** 0 for none, 1 notice, 2 warning, 3 danger. */
export function tierRank(tier: Tier | null): number {
  return tier === null ? 0 : tiers.indexOf(tier) + 1
}

/** The stronger of two tiers. */
export function strongerTier(a: Tier | null, b: Tier | null): Tier | null {
  return tierRank(a) >= tierRank(b) ? a : b
}
