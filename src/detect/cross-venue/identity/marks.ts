import { decay } from '../../../stats/decay.ts'
import type { Coin, Place } from '../cross-venue-state.ts'
import { learnKin } from './same-coin.ts'
import { markCount, markGapMs, markMs, slowMs } from '../settings.ts'

/**
 * Once a minute: writes down what a coin costs everywhere, and learns from it who is the same coin.
 * Coins come one after the other through the minute, so that no second carries them all.
 *
 * @param turn number of the coin among all
 */
export function markCoin(coin: Coin, turn: number, now: number): void {
  if (coin.markAt === 0 || coin.markAt > now + markMs) coin.markAt = now + ((turn * 1000) % markMs)
  if (now < coin.markAt) return
  const last = coin.marks.at(-1)
  const dark = last !== undefined && Math.abs(now - last) > markGapMs
  if (dark) forgetMarks(coin)
  coin.markAt += markMs
  if (coin.markAt <= now) coin.markAt = now + markMs
  coin.marks.push(now)
  if (coin.marks.length > markCount) coin.marks.shift()
  for (const place of coin.places) markPlace(place)
  learnKin(coin)
}

/** Where marks do not go on from one another, also the mean and a trial between begin anew. */
export function forgetMarks(coin: Coin): void {
  coin.marks.length = 0
  for (const place of coin.places) {
    place.marked.length = 0
    place.slow = null
    place.trial = null
  }
}

function markPlace(place: Place): void {
  place.marked.push(place.price)
  if (place.marked.length > markCount) place.marked.shift()
  if (place.price === 0) return
  const ln = Math.log(place.price)
  place.slow = place.slow === null ? ln : place.slow + decay(markMs, slowMs) * (ln - place.slow)
}

/** The price at a place at or before a time, as far back as marks reach; null where it was not known then. */
export function priceAt(coin: Coin, place: Place, at: number): { at: number; price: number } | null {
  const index = Math.max(
    0,
    coin.marks.findLastIndex((mark) => mark <= at),
  )
  const price = place.marked[index] ?? 0
  return price > 0 ? { at: coin.marks[index]!, price } : null
}
