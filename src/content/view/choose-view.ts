import type { Episode } from '../../market/episode.ts'
import { newerState, silenceOf } from '../../shared/silence.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { BannerView, EpisodeView, StaleView } from './banner-view.ts'
import { elsewhereViewOf } from './elsewhere-view.ts'
import { episodeDataOf, officialOf } from './episode-data.ts'
import { flaggedEpisodes } from './flagged-episodes.ts'
import { venueStatementOf } from './venue-statement.ts'

/**
 * Chooses what the banner shows.
 *
 * @param now wall clock, ms; market time comes with the inputs
 */
export function chooseView(inputs: BannerInputs, now: number): BannerView {
  const { coin, market } = flaggedEpisodes(inputs, now)
  // An episode of the coin at another venue outranks a Notice of the whole market, but no higher tier.
  const elsewhere = coin || (market && market.tier !== 'notice') ? null : elsewhereViewOf(inputs, now)
  if (elsewhere) return elsewhere
  const episode = coin ?? market
  if (episode) return episodeViewOf(inputs, episode, now)
  const statement = venueStatementOf(inputs)
  return statement ? { kind: 'statement', statement } : { kind: 'none' }
}

function episodeViewOf(inputs: BannerInputs, episode: Episode, now: number): EpisodeView | StaleView {
  const { live, venues } = inputs
  const stored = venues.find(({ venue }) => venue === episode.venue)
  const state = newerState(stored, live?.venue)
  // The market clock may differ from ours: it is read, never extrapolated.
  const marketNow = Math.max(state?.marketAt ?? 0, live?.at ?? 0, episode.updatedAt)
  const silence = silenceOf(state, now)
  if (silence !== undefined)
    return { kind: 'stale', episode, marketNow, silence, official: officialOf(inputs, episode, marketNow) }
  return { kind: 'episode', ...episodeDataOf(inputs, episode, state, marketNow, now) }
}
