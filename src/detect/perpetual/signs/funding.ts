import type { Evidence } from '../../../market/evidence.ts'
import type { Tier } from '../../../market/tier.ts'
import { fundingRule } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import { intervalOf } from '../observe-derivative.ts'

/** An unusual funding, how grave it is, and what shows it. */
export interface UnusualFunding {
  readonly grade: Tier
  readonly evidence: readonly Evidence[]
}

/**
 * Whether a contract's funding is unusual: large for its interval, at its published cap, or due more often than before.
 * Intervals are of one to eight hours: rates compare by eight hours alone.
 *
 * @param at market time, ms
 */
export function fundingOf(tables: ContractTables, row: number, at: number): UnusualFunding | null {
  const rate = rateEvidence(tables, row, at)
  const interval = intervalEvidence(tables, row, at)
  if (!rate) return interval && { grade: 'notice', evidence: [interval] }
  return interval ? { ...rate, evidence: [...rate.evidence, interval] } : rate
}

function rateEvidence(tables: ContractTables, row: number, at: number): UnusualFunding | null {
  const { funding, cap, floor } = tables
  const rate = funding[row]!
  const value = (rate / intervalOf(tables, row)) * 8
  const isCapped =
    (cap[row]! > 0 && rate >= fundingRule.capShare * cap[row]!) ||
    (floor[row]! < 0 && rate <= fundingRule.capShare * floor[row]!)
  const size = Math.abs(value)
  const sign = isCapped && size >= fundingRule.minCapped ? 'funding-cap' : 'funding'
  if (sign === 'funding' && size < fundingRule.notice) return null
  const grade = sign === 'funding-cap' ? 'danger' : size >= fundingRule.warning ? 'warning' : 'notice'
  return { grade, evidence: [{ sign, value, unit: 'fraction', windowMs: 0, at }] }
}

function intervalEvidence(
  { interval, intervalBefore, shortenedAt }: ContractTables,
  row: number,
  at: number,
): Evidence | null {
  const before = intervalBefore[row]!
  const since = shortenedAt[row]!
  if (before === 0 || at - since > fundingRule.shortenedMs) return null
  return {
    sign: 'funding-interval',
    value: interval[row]!,
    unit: 'hours',
    windowMs: 0,
    usual: before,
    at: since,
  }
}
