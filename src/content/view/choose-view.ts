import type { Episode } from '../../market/episode.ts'
import { pairRuleOf } from '../../shared/settings/pair-rules.ts'
import { silenceOf } from '../../shared/silence.ts'
import { muteKey } from '../../shared/visible.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { BannerView, ElsewhereView, EpisodeView, StaleView } from './banner-view.ts'
import { chartViewOf } from './chart-view.ts'
import { elsewhereViewOf } from './elsewhere-view.ts'
import { episodeDataOf, marketNowOf, officialOf, stateOf } from './episode-data.ts'
import { coinEpisodeOf, flaggedEpisodes } from './flagged-episodes.ts'
import { officialNewsOf } from './official-news.ts'
import { tailViewOf } from './tail-view.ts'
import { venueStatementOf } from './venue-statement.ts'

/**
 * Chooses what the banner shows.
 *
 * @param now wall clock, ms; market time comes with the inputs
 */
export function chooseView(inputs: BannerInputs, now: number): BannerView {
  if (inputs.chart) return chartViewOf(inputs, inputs.chart, now) ?? { kind: 'none' }
  const flagged = flaggedEpisodes(inputs, now)
  const { market } = flagged
  const coin = coinEpisodeOf(flagged)
  // An episode of the coin at another venue outranks a Notice of the whole market, but no higher tier.
  const elsewhere = coin || (market && market.tier !== 'notice') ? null : elsewhereViewOf(inputs, now)
  if (elsewhere) return elsewhere
  const episode = coin ?? market
  if (episode) return episodeViewOf(inputs, episode, now, inputs.isOtherMarket && episode === coin)
  const statement = venueStatementOf(inputs)
  if (statement) return { kind: 'statement', statement }
  return tailViewOf(inputs, now) ?? { kind: 'none' }
}

/** @param isElsewhere whether the page shows another market of the coin than that of the episode */
function episodeViewOf(
  inputs: BannerInputs,
  episode: Episode,
  now: number,
  isElsewhere: boolean,
): EpisodeView | ElsewhereView | StaleView {
  const state = stateOf(inputs, episode)
  const marketNow = marketNowOf(inputs, episode)
  const silence = silenceOf(state, now)
  if (silence !== undefined)
    return { kind: 'stale', episode, marketNow, silence, official: officialOf(inputs, episode, marketNow) }
  const data = episodeDataOf(inputs, episode, state, marketNow, now)
  if (isElsewhere) return { kind: 'elsewhere', isSameVenue: true, ...data }
  const officialNews = officialNewsOf(inputs, episode)
  const { least } = pairRuleOf(inputs.settings.pairRules, muteKey(episode)) ?? {}
  return {
    kind: 'episode',
    ...data,
    ...(officialNews !== undefined && { officialNews }),
    ...(least !== undefined && { least }),
  }
}
