import { isOpen, type Episode } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { pairKey } from '../../market/pair.ts'
import { muteKey, visible } from '../../shared/visible.ts'
import { officialSummaryOf, type OfficialSummary } from '../../shared/official.ts'
import type { ConvertedPrice } from '../../ui/words/converted-price.ts'
import { type Elsewhere, elsewhereOf } from './elsewhere.ts'
import type { Facts } from './facts.ts'
import { ownOf } from './own-amount.ts'
import { fresher, silenceOf } from '../../shared/silence.ts'
import { venueWordOf, type VenueWord } from './venue-statement.ts'

/** What the banner shows. */
export type Scene =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'episode'
      readonly episode: Episode
      /** The venue's clock, ms: episode times are on it. */
      readonly marketNow: number
      /** ms of wall clock; null before the first data. */
      readonly dataAge: number | null
      /** What the venue says; null while nobody listens to it. */
      readonly known: OfficialSummary | null
      /** The last price in the trader's own currency. */
      readonly own: ConvertedPrice | null
    }
  | {
      readonly kind: 'stale'
      readonly episode: Episode
      /** The venue's clock at its last word, ms. */
      readonly marketNow: number
      /** ms of wall clock since then; null where it never spoke. */
      readonly silence: number | null
      readonly known: OfficialSummary | null
    }
  | Elsewhere
  /** Nothing is flagged here, but the venue says something that concerns everybody. */
  | { readonly kind: 'word'; readonly word: VenueWord }

/** Decides what the banner shows. `now` is wall clock, ms; the market's clock comes with the facts. */
export function sceneOf(facts: Facts, now: number): Scene {
  const { pair, live } = facts
  const flagged = pair ? flaggedOf(facts, now) : {}
  const { coin, market } = flagged
  // The coin's own news before the market's, unless that is grave.
  const elsewhere = coin || (market && market.tier !== 'notice') ? null : elsewhereOf(facts, now)
  if (elsewhere) return elsewhere
  const episode = coin ?? market
  if (!pair || !episode) {
    const word = venueWordOf(facts)
    return word ? { kind: 'word', word } : { kind: 'none' }
  }
  const stored = facts.venues.find(({ venue }) => venue === pair.venue)
  const venue = fresher(stored, live?.venue)
  // The market's clock may run unlike ours, so it is read, never carried forward.
  const marketNow = Math.max(venue?.marketAt ?? 0, live?.at ?? 0, episode.updatedAt)
  const silence = silenceOf(venue, now)
  const official = facts.officials.find((each) => each.venue === pair.venue)
  const known = officialSummaryOf(official, episode, marketNow)
  if (silence !== undefined) return { kind: 'stale', episode, marketNow, silence, known }
  const receivedAt = venue?.receivedAt ?? null
  return {
    kind: 'episode',
    episode,
    marketNow,
    dataAge: receivedAt === null ? null : Math.max(0, now - receivedAt),
    known,
    own: ownOf(facts, episode, now),
  }
}

/** What is flagged at the page's venue. */
interface Flagged {
  readonly coin?: Episode | undefined
  readonly market?: Episode | undefined
}

/**
 * The worst visible open episode of the pair on screen, else of the coin's other pairs there (one event has one card,
 * that of the pair which told it first), and that of the whole market. None where the venue is switched off.
 */
function flaggedOf(facts: Facts, now: number): Flagged {
  const { pair, settings, mutes, hidden } = facts
  if (!pair || !settings.venues.includes(pair.venue) || settings.ignore.includes(pairKey(pair))) return {}
  const here = newest(facts).filter(
    (episode) =>
      episode.venue === pair.venue &&
      isOpen(episode) &&
      visible(episode, mutes, hidden, now) &&
      !settings.ignore.includes(muteKey(episode)),
  )
  const coin = here.filter(({ base }) => base === pair.base)
  const own = coin.filter(({ quote }) => quote === pair.quote)
  const market = here.filter(({ symbol }) => symbol === null)
  return { coin: worst(own) ?? worst(coin), market: worst(market) }
}

/** The stored episodes, the live one put in the place of its older self. */
function newest({ episodes, live }: Facts): readonly Episode[] {
  const ahead = live?.episode
  if (!ahead) return episodes
  const stored = episodes.find(({ id }) => id === ahead.id)
  if (stored && stored.updatedAt > ahead.updatedAt) return episodes
  return [ahead, ...episodes.filter(({ id }) => id !== ahead.id)]
}

function worst(episodes: readonly Episode[]): Episode | undefined {
  return [...episodes].sort((a, b) => tierRank(b.tier) - tierRank(a.tier))[0]
}
