import { decay } from '../../stats/decay.ts'
import { interestHalfLifeMs } from '../settings.ts'
import type { ContractTables } from './contract-tables.ts'
import { interestSlots, interestStepMs } from './interest-slots.ts'

/** Steps of a quarter of an hour, and of an hour. */
export const quarterSteps = 3
export const hourSteps = 12
/** A change at once by more than this (log) is one of the unit: a token swap, another contract size. */
const maxJump = Math.log(3)
/** Before anything is known (log). */
const usualChange = 0.005
/** A step without a figure is read from one so much older: some venues tell open interest every ten minutes. */
const spareSteps = 2

/**
 * Takes the open interest of a contract: the newest, and the first of each step of five minutes for an hour. In base
 * units, never in dollars, which the price alone moves.
 *
 * @param value units of the base
 * @param at market time, ms
 */
export function observeInterest(tables: ContractTables, row: number, value: number, at: number): void {
  const { interest, interestStep, interestSteps } = tables
  const step = Math.floor(at / interestStepMs)
  const known = interestStep[row]!
  if (step < known) return
  const from = row * interestSlots
  const isOther = interest[row]! > 0 && value > 0 && Math.abs(Math.log(value / interest[row]!)) > maxJump
  if (isOther || step - known >= interestSlots) interestSteps.fill(0, from, from + interestSlots)
  else for (let i = known + 1; i <= step; i++) interestSteps[from + (i % interestSlots)] = 0
  interest[row] = value
  interestStep[row] = step
  const slot = from + (step % interestSlots)
  if (interestSteps[slot]! > 0) return
  interestSteps[slot] = value
  learnNoise(tables, row)
}

function learnNoise(tables: ContractTables, row: number): void {
  const change = interestChange(tables, row, quarterSteps)
  if (change === null) return
  const weight = decay(interestStepMs, interestHalfLifeMs)
  const noise = interestNoise(tables, row)
  tables.interestNoise[row] = noise + weight * (Math.abs(change) - noise)
}

/** How far (log) a contract's open interest usually changes within a quarter of an hour. */
export const interestNoise = (tables: ContractTables, row: number): number =>
  tables.interestNoise[row]! || usualChange

/** Change (log) of a contract's open interest since so many steps ago; null where that is not known. */
export function interestChange(tables: ContractTables, row: number, steps: number): number | null {
  const now = tables.interest[row]!
  const then = interestBefore(tables, row, steps)
  return now > 0 && then > 0 ? Math.log(now / then) : null
}

/** Open interest so many steps before the newest; 0 where that is not known. */
export function interestBefore(
  { interestStep, interestSteps }: ContractTables,
  row: number,
  steps: number,
): number {
  const from = row * interestSlots
  const step = interestStep[row]!
  for (let ago = steps; ago <= Math.min(steps + spareSteps, interestSlots - 1); ago++) {
    const then = interestSteps[from + ((step - ago + interestSlots) % interestSlots)]!
    if (then > 0) return then
  }
  return 0
}
