import { exchangeIdOf } from '../../market/venue-id.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { pairKey } from '../../market/pair.ts'
import { silenceOf } from '../../shared/silence.ts'
import { isVisible, isWanted } from '../../shared/visible.ts'
import type { ChartOfPage } from '../page/chart-of-page.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { ChartView } from './banner-view.ts'
import { episodeDataOf, marketNowOf, stateOf } from './episode-data.ts'
import { coinEpisodeOf, flaggedEpisodes, worstOf } from './flagged-episodes.ts'

/** So many other venues must list the coin of an episode for it to be the one that its ticker is known for. */
const leastPeers = 2

/**
 * What is flagged of what a chart site shows: of the market that the page names, else the most severe episode of its
 * coin. Venues without current data are left out. Null where there is none, or the site is switched off.
 *
 * @param now wall clock, ms
 */
export function chartViewOf(inputs: BannerInputs, chart: ChartOfPage, now: number): ChartView | null {
  const { settings, mutes, hidden } = inputs
  const { market } = chart
  const isIgnored = market !== null && settings.ignore.includes(pairKey(market))
  if (!settings.chartSites.includes(chart.site) || isIgnored) return null
  const episodes = inputs.episodes.filter((each) => silenceOf(stateOf(inputs, each), now) === undefined)
  const atMarket = { ...inputs, pair: market, isOtherMarket: false, episodes }
  const named = coinEpisodeOf(flaggedEpisodes(atMarket, now))
  const ofCoin = episodes.filter(
    (each) =>
      isOpen(each) &&
      isOfCoin(each, chart) &&
      isWanted(each, settings) &&
      isVisible(each, mutes, hidden, now),
  )
  const episode = named ?? worstOf(ofCoin)
  if (!episode) return null
  const marketNow = marketNowOf(inputs, episode)
  return { kind: 'chart', ...episodeDataOf(inputs, episode, stateOf(inputs, episode), marketNow, now) }
}

/**
 * Whether an episode is of the very coin of the page. An equal ticker proves it of the largest coins alone; of others
 * the episode itself lists the venues where the coin is known to be the same.
 */
function isOfCoin({ base, kin = [] }: Episode, { coin, isSure, market }: ChartOfPage): boolean {
  if (base !== coin) return false
  return isSure || (market ? kin.includes(exchangeIdOf(market.venue)) : kin.length >= leastPeers)
}
