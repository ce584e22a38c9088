import { decay } from '../../stats/decay.ts'
import { dayTurnover } from '../pair/usual/day-turnover.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { pegPathMinutes, type PegState } from '../pair/price/peg.ts'
import { dollars } from '../../market/dollars.ts'
import { minPegSamples, pegHalfLifeMinutes, pegNoiseHalfLifeMinutes } from '../settings.ts'
import { offPeg, offPegSteps } from '../thresholds.ts'
import { measurePegs, type PegMeasure } from './measure-pegs.ts'
import { isOneForOne } from './pegged-coins.ts'

/** Unmeasured for longer than this (ms), or three frames of a slower feed, a coin is off its peg anew. */
const maxUnknownMs = 180_000

/**
 * Measures the pegged coins of a venue and says of each since when it is off its peg; what dollars are worth is
 * known from then on.
 *
 * @param at market time, ms
 */
export function updatePegs(data: MarketData, at: number): void {
  const unknownMs = Math.max(maxUnknownMs, 3 * data.spacing)
  for (const measure of measurePegs(data, at)) {
    const peg = data.pegs.get(measure.coin) ?? emptyPeg()
    data.pegs.set(measure.coin, peg)
    take(peg, measure, at, unknownMs)
    if (dollars.has(measure.coin)) data.usd[measure.coin] = Math.exp(measure.value)
    // One pair tells of it from beginning to end, however turnover shifts meanwhile.
    peg.holder = peg.since[0]! > 0 ? (peg.holder ?? holderOf(data, measure.coin)?.symbol ?? null) : null
  }
  for (const peg of data.pegs.values()) if (at - peg.at > unknownMs) peg.since = offPegSteps.map(() => 0)
}

function emptyPeg(): PegState {
  return {
    at: 0,
    value: 0,
    usual: 0,
    samples: 0,
    noise: 0,
    off: 0,
    since: offPegSteps.map(() => 0),
    references: 0,
    holder: null,
    path: [],
    minute: 0,
  }
}

function take(peg: PegState, { coin, value, references }: PegMeasure, at: number, unknownMs: number): void {
  const elapsedMs = peg.at === 0 ? 0 : Math.min(unknownMs, Math.max(0, at - peg.at))
  const off = isOneForOne(coin) ? beyond(value, peg.usual) : value - peg.usual
  const isKnown = isOneForOne(coin) || peg.samples >= minPegSamples
  if (at - peg.at > unknownMs || off * peg.off < 0) peg.since = offPegSteps.map(() => 0)
  peg.off = isKnown ? off : 0
  peg.since = offPegSteps.map((step, i) => sinceOf(peg, step.distance, peg.since[i]!, at))
  learn(peg, value, elapsedMs, isOneForOne(coin))
  keepPath(peg, value, at)
  Object.assign(peg, { at, value, references })
}

/** How far a value lies beyond both the peg and what is usual: a coin that stands a little low for years is not off. */
function beyond(value: number, usual: number): number {
  if (value < 0) return Math.min(0, value - Math.min(0, usual))
  return Math.max(0, value - Math.max(0, usual))
}

function sinceOf({ off, noise }: PegState, distance: number, since: number, at: number): number {
  const least = Math.max(distance, offPeg.noises * noise)
  if (since > 0) return Math.abs(off) >= least * offPeg.holdShare ? since : 0
  return Math.abs(off) >= least ? at : 0
}

/** An event of an hour must not become what is usual: that takes days, and its size counts no more than a step. */
function learn(peg: PegState, value: number, elapsedMs: number, isPromised: boolean): void {
  const first = isPromised ? 0 : 1 / (peg.samples + 1)
  const weight = Math.max(decay(elapsedMs, pegHalfLifeMinutes * 60_000), first)
  const distance = Math.min(Math.abs(value - peg.usual), offPegSteps[0]!.distance)
  peg.noise += decay(elapsedMs, pegNoiseHalfLifeMinutes * 60_000) * (distance - peg.noise)
  peg.usual += weight * (value - peg.usual)
  peg.samples++
}

function keepPath(peg: PegState, value: number, at: number): void {
  const minute = Math.floor(at / 60_000)
  const silent = peg.path.length === 0 ? 0 : Math.min(pegPathMinutes, minute - peg.minute)
  for (let i = 1; i < silent; i++) peg.path.push(peg.value)
  if (silent > 0 || peg.path.length === 0) peg.path.push(value)
  else peg.path[peg.path.length - 1] = value
  if (peg.path.length > pegPathMinutes) peg.path.splice(0, peg.path.length - pegPathMinutes)
  peg.minute = minute
}

/**
 * The pair that tells of a coin: the busiest of the coin itself against what is worth a dollar or what it stands for;
 * where there is none, the busiest that is quoted in it, of another dollar if possible.
 */
function holderOf(data: MarketData, coin: string): PairState | null {
  const busiest = (pairs: readonly PairState[]) =>
    pairs.reduce<PairState | null>((best, pair) => {
      const usd = dayTurnover(data, pair) ?? 0
      return usd > (best ? (dayTurnover(data, best) ?? 0) : 0) ? pair : best
    }, null)
  const listed = [...data.pairs.values()].filter(({ listing, last }) => listing === 'trading' && last > 0)
  return (
    busiest(listed.filter(({ base }) => base === coin)) ??
    busiest(listed.filter(({ base, quote }) => quote === coin && dollars.has(base ?? ''))) ??
    busiest(listed.filter(({ quote }) => quote === coin))
  )
}
