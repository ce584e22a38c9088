import { exchangeIdOf } from '../../market/venue-id.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { Episode } from '../../market/episode.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { type OfficialSummary, officialSummaryOf } from '../../shared/official.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { EpisodeData } from './banner-view.ts'
import { newerState } from '../../shared/silence.ts'
import { convertedPriceOf } from './converted-price.ts'

/**
 * Collects the data shown with an episode.
 *
 * @param state latest state of the episode's venue
 * @param marketNow market time of the episode's venue, ms
 * @param now wall clock, ms
 */
export function episodeDataOf(
  inputs: BannerInputs,
  episode: Episode,
  state: VenueState | undefined,
  marketNow: number,
  now: number,
): EpisodeData {
  const receivedAt = state?.receivedAt ?? null
  return {
    episode,
    marketNow,
    dataAge: receivedAt === null ? null : elapsedMs(receivedAt, now),
    official: officialOf(inputs, episode, marketNow),
    converted: convertedPriceOf(inputs, episode, now),
  }
}

/** Official statements of the episode's venue that concern it; null if the venue is not followed. */
export function officialOf(
  { officials }: BannerInputs,
  episode: Episode,
  marketNow: number,
): OfficialSummary | null {
  const official = officials.find(({ venue }) => venue === exchangeIdOf(episode.venue))
  return officialSummaryOf(official, episode, marketNow)
}

/** Market time of an episode's venue, ms: it may differ from our clock, so it is read, never extrapolated. */
export function marketNowOf({ live, venues }: BannerInputs, episode: Episode): number {
  const state = stateOf({ live, venues }, episode)
  return Math.max(state?.marketAt ?? 0, liveOf(live, episode)?.at ?? 0, episode.updatedAt)
}

/** The newest state of an episode's venue. */
export function stateOf(
  { live, venues }: Pick<BannerInputs, 'live' | 'venues'>,
  episode: Episode,
): VenueState | undefined {
  return newerState(
    venues.find(({ venue }) => venue === episode.venue),
    liveOf(live, episode)?.venue,
  )
}

/** The live message, where it is of the episode's venue: a page shows the other market of its exchange too. */
const liveOf = (live: BannerInputs['live'], { venue }: Episode) => (live?.pair.venue === venue ? live : null)
