import type { Evidence } from '../../market/evidence.ts'
import { forEachMinute, minutesKnown, turnoverOfMinutes } from '../../stats/minutes.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Origin } from '../episode/detection.ts'
import { sigmaOf, usualTurnover } from '../pair/usual/usual.ts'
import { dustUsd } from '../settings.ts'

/** The last hour of one pair, from which the rules of slow moves are measured. */
export interface LastHour {
  readonly at: number
  readonly price: number
  readonly pair: PairState
  /** USD per unit of the pair's quote. */
  readonly usd: number
  /** Minutes of it with data, at most 60. */
  readonly known: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
  /** Closes of those minutes but the present one, oldest first. */
  readonly closes: readonly Origin[]
}

/** Measures a pair's last hour at `at` (ms). */
export function lastHourOf(pair: PairState, at: number, price: number, usd: number): LastHour {
  const closes: Origin[] = []
  const { tables, row } = pair
  forEachMinute(tables.bars, row, at, (time, level) => closes.push({ at: time, price: Math.exp(level) }))
  return { at, price, pair, usd, known: minutesKnown(tables.bars, row, at), sigma: sigmaOf(pair), closes }
}

/** Turnover of the newest `length` minutes as a multiple of the usual; dust keeps ratios of tiny sums near 1. */
export function turnoverTimes({ pair, usd, at }: LastHour, length: number): number {
  const dust = dustUsd / usd
  const turnover = turnoverOfMinutes(pair.tables.bars, pair.row, at, length)
  return (turnover + dust) / (usualTurnover(pair) * length + dust)
}

/** Evidence of a slow move: its return and its turnover. @param move log return */
export function slowEvidence(hour: LastHour, move: number, minutes: number): Evidence[] {
  const window = { windowMs: minutes * 60_000, at: hour.at }
  const usual = hour.sigma * Math.sqrt(minutes)
  return [
    { sign: 'return', value: Math.expm1(move), unit: 'fraction', usual, ...window },
    { sign: 'turnover', value: turnoverTimes(hour, minutes), unit: 'times', usual: 1, ...window },
  ]
}
