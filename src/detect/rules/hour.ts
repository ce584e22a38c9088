import type { Evidence } from '../../market/evidence.ts'
import { eachMinute, knownMinutes, turnoverOfMinutes } from '../../stats/minutes.ts'
import type { PairState } from '../pair/pair-state.ts'
import { dustUsd } from '../settings.ts'
import type { Origin } from './detection.ts'
import { sigmaOf, usualTurnover } from '../pair/usual.ts'

/** One pair's last hour at one moment: what the rules of slow moves measure from. */
export interface Hour {
  readonly at: number
  readonly price: number
  readonly pair: PairState
  readonly usd: number
  /** Minutes known of it, at most 60. */
  readonly known: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
  /** Closes of the known minutes before the present one, oldest first. */
  readonly closes: readonly Origin[]
}

/** Measures a pair's last hour at `at` (ms). */
export function hourOf(pair: PairState, at: number, price: number, usd: number): Hour {
  const closes: Origin[] = []
  const { tables, row } = pair
  eachMinute(tables.bars, row, at, (time, level) => closes.push({ at: time, price: Math.exp(level) }))
  return { at, price, pair, usd, known: knownMinutes(tables.bars, row, at), sigma: sigmaOf(pair), closes }
}

/** Turnover of the newest `length` minutes as a multiple of the usual; small sums stay small. */
export function turnoverTimes({ pair, usd, at }: Hour, length: number): number {
  const dust = dustUsd / usd
  const turnover = turnoverOfMinutes(pair.tables.bars, pair.row, at, length)
  return (turnover + dust) / (usualTurnover(pair) * length + dust)
}

/** Evidence of a slow move: how far, on how many times the usual turnover. */
export function slowEvidence(hour: Hour, move: number, minutes: number): Evidence[] {
  const window = { windowMs: minutes * 60_000, at: hour.at }
  const usual = hour.sigma * Math.sqrt(minutes)
  return [
    { sign: 'return', value: Math.expm1(move), unit: 'fraction', usual, ...window },
    { sign: 'turnover', value: turnoverTimes(hour, minutes), unit: 'times', usual: 1, ...window },
  ]
}
