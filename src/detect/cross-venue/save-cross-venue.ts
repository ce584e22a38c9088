import type { ForexRate } from '../../market/cross-rate.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { runningEpisodeOf } from '../episode/running-episode.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import {
  type Coin,
  createCrossVenueState,
  type CrossVenueState,
  ensureVenueCoin,
} from './cross-venue-state.ts'

/** Raised when the saved shape changes; a value of another version is ignored. */
const formatVersion = 1

/** A venue coin that shares its identity with others. */
type SavedVenueCoin = readonly [venue: string, samplesApart: number]

/**
 * What outlives the worker, as plain data: coin identities, running gaps, and forex rates, which are valid for
 * hours. This is a stored format: field names must not change without a migration.
 */
export interface SavedCrossVenue {
  /** Version of this format. */
  readonly shape: number
  /** For each ticker, the groups of venue coins that are the same coin. */
  readonly coins: readonly (readonly [base: string, groups: readonly (readonly SavedVenueCoin[])[]])[]
  /** `told`: the gap is shown as its own card. */
  readonly gaps: readonly { readonly running: RunningEpisode; readonly told: boolean }[]
  readonly forex: readonly ForexRate[]
}

/** The part of the state worth saving; prices arrive again. Shares values with the state: store it at once. */
export function saveCrossVenue(state: CrossVenueState): SavedCrossVenue {
  const coins = [...state.coins.values()]
  return {
    shape: formatVersion,
    coins: coins.flatMap((coin) => {
      const groups = groupsOf(coin)
      return groups.length > 0 ? [[coin.base, groups] as const] : []
    }),
    gaps: coins.flatMap(({ venueCoins }) =>
      venueCoins.flatMap(({ gapEpisode, hasOwnCard }) =>
        gapEpisode ? [{ running: gapEpisode, told: hasOwnCard }] : [],
      ),
    ),
    forex: state.forex,
  }
}

function groupsOf({ venueCoins }: Coin): SavedVenueCoin[][] {
  const groups = new Map<number, SavedVenueCoin[]>()
  for (const { identity, venue, samplesApart } of venueCoins)
    groups.set(identity, [...(groups.get(identity) ?? []), [venue, samplesApart]])
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Restores what was saved; null, a value of another version or a damaged one gives an empty state. */
export function loadCrossVenueState(saved: SavedCrossVenue | null): CrossVenueState {
  if (saved?.shape !== formatVersion) return createCrossVenueState()
  try {
    return restored(saved)
  } catch {
    return createCrossVenueState()
  }
}

function restored(saved: SavedCrossVenue): CrossVenueState {
  const state = createCrossVenueState()
  state.forex = saved.forex
  for (const [base, groups] of saved.coins) for (const group of groups) loadGroup(state, base, group)
  for (const { running, told } of saved.gaps) {
    if (running.base === null) continue
    const venueCoin = ensureVenueCoin(state, running.venue, running.base)
    venueCoin.gapEpisode = running
    venueCoin.hasOwnCard = told
  }
  return state
}

function loadGroup(state: CrossVenueState, base: string, group: readonly SavedVenueCoin[]): void {
  let identity: number | null = null
  for (const [venue, samplesApart] of group) {
    const venueCoin = ensureVenueCoin(state, venue, base)
    identity ??= venueCoin.identity
    venueCoin.identity = identity
    venueCoin.samplesApart = samplesApart
  }
}

/** Continues venue-gap cards that were open when the worker died, unless the saved episode is newer. */
export function resumeGapEpisodes(state: CrossVenueState, cards: readonly Episode[]): void {
  for (const card of cards) {
    if (card.kind !== 'venue-gap' || card.base === null || !isOpen(card)) continue
    const venueCoin = ensureVenueCoin(state, card.venue, card.base)
    if (venueCoin.gapEpisode && venueCoin.gapEpisode.updatedAt > card.updatedAt) continue
    venueCoin.gapEpisode = runningEpisodeOf(card)
    venueCoin.hasOwnCard = true
  }
}
