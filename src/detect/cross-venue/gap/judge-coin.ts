import type { Episode } from '../../../market/episode.ts'
import { type RunningEpisode, snapshot } from '../../episode/running-episode.ts'
import type { CrossVenueContext } from '../cross-venue-context.ts'
import type { Coin, CrossVenueState, VenueCoin } from '../cross-venue-state.ts'
import { detectGap } from './detect-gap.ts'
import { updateGapClock } from './gap-clock.ts'
import { isQuiet } from './is-quiet.ts'
import { gapHoldShare, gapScaling, gapSteps, venueShift } from '../../thresholds.ts'
import { measureGap } from './measure-gap.ts'
import { advanceGapEpisode, updateGapEpisode } from './update-gap-episode.ts'
import { gapScale } from './usual-gap.ts'
import { venueShiftOf, type VenueShifts } from './venue-shift.ts'
import { withGap } from './with-gap.ts'

/**
 * Looks for venue gaps of one coin. Its prices must be up to date.
 *
 * @param now wall clock, ms
 * @param shifts how far whole venues are apart, as far as it was asked for
 * @param changed receives cards that began or changed tier, phase or kinds
 * @returns whether any gap is being timed or has a running episode
 */
export function judgeCoin(
  state: CrossVenueState,
  coin: Coin,
  now: number,
  context: CrossVenueContext,
  changed: Episode[],
  shifts: VenueShifts,
): boolean {
  if (isQuiet(coin)) return false
  for (const venueCoin of coin.venueCoins) {
    const gap = measureGap(state, coin, venueCoin, context)
    const own = gap && ownGap(state, coin.base, venueCoin.venue, gap.value, shifts)
    venueCoin.gapClock = updateGapClock(venueCoin.gapClock, own, now, gapScale(venueCoin))
    const detection = detectGap(venueCoin, coin.base, gap, now, context)
    const hasChanged = detection !== null && updateGapEpisode(coin, venueCoin, detection)
    advance(venueCoin, coin.base, hasChanged, now, context, changed)
  }
  return coin.venueCoins.some(({ gapClock, gapEpisode }) => gapClock !== null || gapEpisode !== null)
}

/** What remains of a gap without that of the whole venue, which is told at one coin. */
function ownGap(
  state: CrossVenueState,
  base: string,
  venue: string,
  gap: number,
  shifts: VenueShifts,
): number {
  if (base === venueShift.leader || Math.abs(gap) < smallestGap) return gap
  return (1 + gap) / Math.exp(venueShiftOf(state, venue, shifts)) - 1
}

/** No gap below this counts at any venue. */
const smallestGap = gapSteps[0]!.gap * gapScaling.least * gapHoldShare

/** Advances the running episode to now and reports its card if it changed. */
function advance(
  venueCoin: VenueCoin,
  base: string,
  hasChanged: boolean,
  now: number,
  context: CrossVenueContext,
  changed: Episode[],
): void {
  const { venue, pairs, gapEpisode } = venueCoin
  if (gapEpisode === null) return
  const at = now + context.clockLeadMs(venue)
  const pair = pairs.find(({ symbol }) => symbol === gapEpisode.symbol)
  const hasAdvanced = advanceGapEpisode(venueCoin, pair && pair.value > 0 ? pair.last : null, at)
  const card = context.openCard(venue, base)
  changed.push(...changedCards(venueCoin, gapEpisode, card, hasChanged || hasAdvanced, at))
}

/**
 * The cards to update: the coin's other card if there is one, which the gap joins, else the gap's own card.
 *
 * @param at market time, ms
 */
function changedCards(
  venueCoin: VenueCoin,
  running: RunningEpisode,
  card: Episode | null,
  hasChanged: boolean,
  at: number,
): readonly Episode[] {
  const hadOwnCard = venueCoin.hasOwnCard
  if (card === null) {
    if (!hasChanged && hadOwnCard) return []
    venueCoin.hasOwnCard = running.phase !== 'settled'
    return [snapshot(running)]
  }
  venueCoin.hasOwnCard = false
  const joined = hasChanged ? [withGap(card, running)] : []
  // The gap continues in the other card: its own one ends.
  const ended = { ...snapshot(running), phase: 'settled' as const, changedAt: at, updatedAt: at }
  return hadOwnCard ? [...joined, ended] : joined
}
