import { type Episode, isOpen } from '../../market/episode.ts'
import { pairKey } from '../../market/pair.ts'
import { tierRank } from '../../market/tier.ts'
import { type OfficialSummary, officialSummaryOf } from '../../shared/official.ts'
import { silenceOf } from '../../shared/silence.ts'
import { isWanted, visible } from '../../shared/visible.ts'
import type { ConvertedPrice } from '../../ui/words/converted-price.ts'
import type { Facts } from './facts.ts'
import { ownOf } from './own-amount.ts'

/** The coin on screen is flagged at another venue. */
export interface Elsewhere {
  readonly kind: 'elsewhere'
  readonly episode: Episode
  /** The clock of that other venue, ms: episode times are on it. */
  readonly marketNow: number
  /** ms of wall clock; null before the first data. */
  readonly dataAge: number | null
  /** What that other venue says; null while nobody listens to it. */
  readonly known: OfficialSummary | null
  /** The last price in the trader's own currency. */
  readonly own: ConvertedPrice | null
}

/**
 * The worst visible episode that the coin on screen has at another venue, or null. A ticker alone is no proof: the card
 * itself names the venues where the coin is known to be the same. Where the other venue is silent nothing is said.
 */
export function elsewhereOf(facts: Facts, now: number): Elsewhere | null {
  const { pair, settings, mutes, hidden, officials } = facts
  if (!pair || !settings.venues.includes(pair.venue) || settings.ignore.includes(pairKey(pair))) return null
  const [episode] = facts.episodes
    .filter(({ base, kin }) => base === pair.base && kin?.includes(pair.venue))
    .filter((each) => isOpen(each) && isWanted(each, settings) && visible(each, mutes, hidden, now))
    .filter((each) => silenceOf(stateOf(facts, each), now) === undefined)
    .sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
  if (!episode) return null
  const state = stateOf(facts, episode)
  const marketNow = Math.max(state?.marketAt ?? 0, episode.updatedAt)
  const receivedAt = state?.receivedAt ?? null
  return {
    kind: 'elsewhere',
    episode,
    marketNow,
    dataAge: receivedAt === null ? null : Math.max(0, now - receivedAt),
    known: officialSummaryOf(
      officials.find(({ venue }) => venue === episode.venue),
      episode,
      marketNow,
    ),
    own: ownOf(facts, episode, now),
  }
}

const stateOf = ({ venues }: Facts, episode: Episode) => venues.find(({ venue }) => venue === episode.venue)
