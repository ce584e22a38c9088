import type { ForexRate } from '../../market/cross-rate.ts'
import { type Episode, isOpen } from '../../market/episode.ts'

import { type RunningEpisode, runningEpisodeOf } from '../episode/running-episode.ts'
import { type Across, type Coin, createAcross, placeOf } from './cross-venue-state.ts'

/** Raised when the shape changes: what an older version saved is then not taken up. */
const shape = 1

/** A place with kin: its venue, and how long it has been in doubt. */
type SavedPlace = readonly [venue: string, doubt: number]

/** What outlives the worker: who is the same coin, the gaps that run, and rates that hold for hours. Plain data. */
export interface SavedAcross {
  readonly shape: number
  /** For each ticker the groups of places that are one coin. */
  readonly coins: readonly (readonly [base: string, groups: readonly (readonly SavedPlace[])[]])[]
  readonly gaps: readonly { readonly running: RunningEpisode; readonly told: boolean }[]
  readonly forex: readonly ForexRate[]
}

/** What is worth keeping: to be handed to a store at once, as it shares values that go on. Prices will be heard again. */
export function saveAcross(across: Across): SavedAcross {
  const coins = [...across.coins.values()]
  return {
    shape,
    coins: coins.flatMap((coin) => {
      const groups = groupsOf(coin)
      return groups.length > 0 ? [[coin.base, groups] as const] : []
    }),
    gaps: coins.flatMap(({ places }) =>
      places.flatMap(({ gap, told }) => (gap ? [{ running: gap, told }] : [])),
    ),
    forex: across.forex,
  }
}

function groupsOf({ places }: Coin): SavedPlace[][] {
  const groups = new Map<number, SavedPlace[]>()
  for (const { kin, venue, doubt } of places) groups.set(kin, [...(groups.get(kin) ?? []), [venue, doubt]])
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Takes up what was saved; nothing, or another version's, is a fresh start. */
export function openAcross(saved: SavedAcross | null): Across {
  const across = createAcross()
  if (saved?.shape !== shape) return across
  across.forex = saved.forex
  for (const [base, groups] of saved.coins) {
    for (const group of groups) {
      const places = group.map(([venue, doubt]) => Object.assign(placeOf(across, venue, base), { doubt }))
      for (const place of places) place.kin = places[0]!.kin
    }
  }
  for (const { running, told } of saved.gaps) {
    if (running.base !== null)
      Object.assign(placeOf(across, running.venue, running.base), { gap: running, told })
  }
  return across
}

/** Takes up venue-gap cards that were open when the worker died, where what was saved is older: the same card goes on. */
export function resumeGaps(across: Across, cards: readonly Episode[]): void {
  for (const card of cards) {
    if (card.kind !== 'venue-gap' || card.base === null || !isOpen(card)) continue
    const place = placeOf(across, card.venue, card.base)
    if (place.gap && place.gap.updatedAt > card.updatedAt) continue
    place.gap = runningEpisodeOf(card)
    place.told = true
  }
}
