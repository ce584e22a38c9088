/** Weakest first. */
export const tiers = ['notice', 'warning', 'danger'] as const

/** Severity of an episode. */
export type Tier = (typeof tiers)[number]

/** 0: none, 1: notice, 2: warning, 3: danger. */
export function tierRank(tier: Tier | null): number {
  return tier === null ? 0 : tiers.indexOf(tier) + 1
}

/** The more severe of two tiers; `a` if they are equal. */
export function strongerTier(a: Tier | null, b: Tier | null): Tier | null {
  return tierRank(a) >= tierRank(b) ? a : b
}
