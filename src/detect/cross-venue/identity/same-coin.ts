import type { Coin, Place } from '../cross-venue-state.ts'
import { agreedMedian } from '../prices/agreed-median.ts'
import { estranged, referenceTolerance, sameCoin } from '../settings.ts'
import { beginTrial, goOn, isProven } from './identity-test.ts'

// Same ticker is not same coin. Two places are held against each other only after they have proven to be one coin, by
// themselves (trial.ts) or through a third that is kin to both; that is remembered, and lost again after days apart.

/** The other places that are the same coin and whose price is known. */
export function kinOf(coin: Coin, place: Place): Place[] {
  return coin.places.filter((other) => other !== place && other.kin === place.kin && other.price > 0)
}

/** Takes a mark of all prices of a coin: who proves to be kin, and who has been apart for too long to be. */
export function learnKin(coin: Coin): void {
  coin.places.forEach((place, index) => tryKin(coin, place, index))
  for (const place of coin.places) doubtKin(coin, place)
}

/** Whether a price is known and near its own mean: agreement is not won in an anomaly. */
function isCalm({ price, slow }: Place): boolean {
  return price > 0 && slow !== null && Math.abs(Math.log(price) - slow) <= sameCoin.calm
}

const apart = (a: Place, b: Place) => Math.abs(Math.log(a.price / b.price))

function tryKin(coin: Coin, place: Place, index: number): void {
  if (place.price === 0) return
  const { trial } = place
  const other = trial && coin.places.find(({ venue }) => venue === trial.venue)
  if (!trial || !other || other.kin === place.kin) {
    const found = nearest(coin, place, index)
    place.trial = found && beginTrial(found.venue, Math.log(place.price), Math.log(found.price))
    return
  }
  if (other.price === 0) return
  if (!isCalm(place) || !isCalm(other) || apart(place, other) > sameCoin.band) {
    place.trial = null
    return
  }
  goOn(trial, Math.log(place.price), Math.log(other.price))
  if (isProven(trial)) unite(coin, place, other)
  else if (trial.minutes >= sameCoin.mostMinutes) {
    place.tried = trial.venue
    place.trial = null
  }
}

/** The place nearest in price among those before it (so that no two try each other twice) that is not yet kin. */
function nearest(coin: Coin, place: Place, index: number): Place | null {
  if (!isCalm(place)) return null
  let best: Place | null = null
  for (const other of coin.places.slice(0, index)) {
    if (other.kin === place.kin || other.venue === place.tried || !isCalm(other)) continue
    if (!best || apart(place, other) < apart(place, best)) best = other
  }
  place.tried = null
  return best
}

function unite(coin: Coin, place: Place, other: Place): void {
  const { kin } = place
  for (const each of coin.places) if (each.kin === kin) each.kin = other.kin
  place.trial = null
}

function doubtKin(coin: Coin, place: Place): void {
  if (!coin.places.some((other) => other !== place && other.kin === place.kin)) return
  const near = agreedMedian(
    kinOf(coin, place).map(({ price }) => price),
    referenceTolerance,
  )
  if (place.price === 0) place.doubt++
  else if (near)
    place.doubt = Math.abs(Math.log(place.price / near.value)) > estranged.by ? place.doubt + 1 : 0
  if (place.doubt < estranged.marks) return
  place.doubt = 0
  place.kin = coin.nextKin++
}
