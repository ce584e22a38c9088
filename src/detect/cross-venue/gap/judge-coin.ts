import type { Episode } from '../../../market/episode.ts'
import { snapshot } from '../../episode/running-episode.ts'
import type { Across, Coin, Place } from '../cross-venue-state.ts'
import { carryGap, tellGap } from './gap-episode.ts'
import { runClock, tierOf } from './gap-clock.ts'
import { type Gap, measureGap } from './measure-gap.ts'
import type { Outside } from '../context.ts'
import { gapHold, gapSteps } from '../settings.ts'
import { withGap } from './with-gap.ts'

const wide = 1 + gapSteps[0]!.gap * gapHold

// The lowest and highest price of each kin of the coin at hand: kept between calls so that nothing is allocated.
const kins: number[] = []
const lows: number[] = []
const highs: number[] = []

/** Whether no price of any kin is far from another, and nothing runs. Most ways end here. */
function isQuiet({ places }: Coin): boolean {
  kins.length = lows.length = highs.length = 0
  for (const { kin, price, clock, gap } of places) {
    if (clock !== null || gap !== null) return false
    if (price === 0) continue
    const known = kins.indexOf(kin)
    const i = known < 0 ? kins.push(kin) - 1 : known
    lows[i] = known < 0 ? price : Math.min(lows[i]!, price)
    highs[i] = known < 0 ? price : Math.max(highs[i]!, price)
  }
  for (const { kin, pairs } of places) {
    const i = kins.indexOf(kin)
    if (i < 0) continue
    for (const { value } of pairs) {
      if (value > 0 && (value > lows[i]! * wide || highs[i]! > value * wide)) return false
    }
  }
  return true
}

/**
 * Looks for venue gaps of one coin, prices being brought up to date.
 *
 * @param changed takes the episodes that began or changed tier or phase
 * @returns whether anything runs
 */
export function judgeCoin(
  across: Across,
  coin: Coin,
  now: number,
  outside: Outside,
  changed: Episode[],
): boolean {
  if (isQuiet(coin)) return false
  for (const place of coin.places) {
    const gap = measureGap(across, coin, place, outside)
    place.clock = runClock(place.clock, gap?.value ?? null, now)
    if (place.clock === null && place.gap === null) continue
    judgePlace(coin, place, gap, now, outside, changed)
  }
  return coin.places.some(({ clock, gap }) => clock !== null || gap !== null)
}

function judgePlace(
  coin: Coin,
  place: Place,
  gap: Gap | null,
  now: number,
  outside: Outside,
  changed: Episode[],
): void {
  const lead = outside.lead(place.venue)
  const at = now + lead
  const { clock } = place
  const suspended = outside.suspended(place.venue, coin.base)
  const tier = gap && clock && tierOf(clock, gap.others, suspended !== null, now)
  let isNews = false
  if (gap && tier && clock && (place.gap !== null || !gap.doubtful)) {
    const from = clock.since[0]! + lead
    isNews = tellGap(coin, place, { gap, tier, direction: clock.direction, from, at, lead, suspended })
  }
  const running = place.gap
  if (!running) return
  const pair = place.pairs.find(({ symbol }) => symbol === running.symbol)
  if (carryGap(place, running, pair && pair.value > 0 ? pair.last : null, at)) isNews = true
  const card = outside.card(place.venue, coin.base)
  if (card) {
    if (isNews) changed.push(withGap(card, running))
    // It goes on in the other card: its own ends.
    if (place.told) changed.push({ ...snapshot(running), phase: 'settled', changedAt: at, updatedAt: at })
    place.told = false
  } else if (isNews || !place.told) {
    changed.push(snapshot(running))
    place.told = running.phase !== 'settled'
  }
}
