import { dataGapMs } from '../settings.ts'
import type { Origin } from './detection.ts'
import { addRecentPrice, delayRecentPrices, type RecentPrices } from './recent-prices.ts'

/** What the phase of a running episode is judged by besides its prices at start and peak. Times: market time, ms. */
export interface PhaseTrack {
  readonly recent: RecentPrices
  /** When the episode began to be told. */
  beganAt: number
  /** When a price last came, and when the market was last seen, with or without one. */
  pricedAt: number
  seenAt: number
  /** When it went on after the last gap in the data, or halt; before the first, when it began to be told. */
  resumedAt: number
  /** Since when the present phase is said; 0 until the phase is first judged. */
  phaseAt: number
  /** The price near which the recent median has stayed, and since when. */
  restPrice: number
  restSince: number
  /** Since when the recent median has stood below half of the move; null while it does not. */
  fallenSince: number | null
}

/** A longer time (ms) without a look at the market is unseen: nobody knows whether the price stood. */
const unseenMs = 15_000

/**
 * A track that begins with one price.
 *
 * @param from where the move came from, which is all that is known of the time before: without it the median would be
 * that of the peak alone, in which many a rise is told
 */
export function beginTrack(at: number, price: number, from: Origin = { at, price }): PhaseTrack {
  const recent = { at: [Math.min(from.at, at)], price: [from.price] }
  addRecentPrice(recent, at, price)
  return {
    recent,
    beganAt: at,
    resumedAt: at,
    pricedAt: at,
    seenAt: at,
    phaseAt: 0,
    restPrice: price,
    restSince: at,
    fallenSince: null,
  }
}

/** Adds a price. */
export function addPrice(track: PhaseTrack, at: number, price: number): void {
  addRecentPrice(track.recent, at, price)
  track.pricedAt = at
}

/**
 * Passes the time until now. An unseen time counts for the price before it only where a price at its end can confirm
 * that; a gap in the data counts for nothing.
 */
export function passTime(track: PhaseTrack, at: number): void {
  const passedMs = at - track.seenAt
  if (passedMs > dataGapMs) restartTrack(track, at)
  else if (passedMs > unseenMs && track.pricedAt < at) {
    delayRecentPrices(track.recent, passedMs)
    if (track.fallenSince !== null) track.fallenSince += passedMs
  }
  track.seenAt = Math.max(track.seenAt, at)
}

/** Begins anew with the newest price: what was before is unknown, or was no market. */
export function restartTrack(track: PhaseTrack, at: number): void {
  const price = track.recent.price.at(-1)!
  track.recent.at.splice(0, Infinity, at)
  track.recent.price.splice(0, Infinity, price)
  track.seenAt = at
  track.resumedAt = at
  track.restPrice = price
  track.restSince = at
  track.fallenSince = null
}

/** Notices whether the recent median has left the place where it rested. `band`: log, to either side. */
export function noticeRest(track: PhaseTrack, median: number, band: number, at: number): void {
  if (Math.abs(Math.log(median / track.restPrice)) <= band) return
  track.restPrice = median
  track.restSince = at
}
