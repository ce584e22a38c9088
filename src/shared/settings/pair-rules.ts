import { type Tier, tiers } from '../../market/tier.ts'
import type { PairRule } from './settings.ts'

/** Limits of a rule: moves as fractions, prices as quote per base. */
export const leastRuleMove = 0.001
export const maxRuleMove = 10
export const maxRulePrice = 1e15
/** The prices of all of them are compared each second. */
export const maxPairRules = 200

/** The rule of a pair (`pairKey`); undefined: it goes by the rules for all pairs. */
export function pairRuleOf(rules: readonly PairRule[], key: string): PairRule | undefined {
  return rules.find(({ pair }) => pair === key)
}

/** The rules with this one in place of the pair's present one, if any; the newest of too many stay. */
export function withPairRule(rules: readonly PairRule[], rule: PairRule): readonly PairRule[] {
  return [...withoutPairRule(rules, rule.pair), rule].slice(-maxPairRules)
}

export function withoutPairRule(rules: readonly PairRule[], key: string): readonly PairRule[] {
  return rules.filter(({ pair }) => pair !== key)
}

/** Quieter for a pair that was flagged in vain: the lowest tier that still notifies; null: none does. */
export function quieterThan(tier: Tier): Tier | null {
  return tiers[tiers.indexOf(tier) + 1] ?? null
}
