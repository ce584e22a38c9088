import type { Evidence } from '../../../market/evidence.ts'
import { interestRule } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import { interestStepMs } from '../interest-slots.ts'
import { hourSteps, interestChange, interestNoise, quarterSteps } from '../open-interest.ts'

/** A surge or flush of a contract's open interest, over a quarter of an hour or an hour; null: neither. */
export function interestEvidence(tables: ContractTables, row: number, at: number): Evidence | null {
  const isOld = Math.floor(at / interestStepMs) - tables.interestStep[row]! > 1
  if (isOld) return null
  const noise = interestNoise(tables, row)
  const quarter = interestChange(tables, row, quarterSteps)
  if (quarter !== null && isLarge(quarter, interestRule.quarter, interestRule.noises * noise))
    return evidenceOf(quarter, quarterSteps, at, noise)
  const hour = interestChange(tables, row, hourSteps)
  return hour !== null && isLarge(hour, interestRule.hour, 0) ? evidenceOf(hour, hourSteps, at) : null
}

const isLarge = (change: number, least: number, noise: number) =>
  Math.abs(Math.expm1(change)) >= least && Math.abs(change) >= noise

function evidenceOf(change: number, steps: number, at: number, noise = 0): Evidence {
  return {
    sign: 'open-interest',
    value: Math.expm1(change),
    unit: 'fraction',
    windowMs: steps * interestStepMs,
    ...(noise > 0 && { usual: Math.expm1(noise) }),
    at,
  }
}
