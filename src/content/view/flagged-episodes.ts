import { exchangeIdOf } from '../../market/venue-id.ts'
import { coinOfContract } from '../../exchanges/sites/create-site.ts'
import { isOpen, offPegCoinOf, type Episode } from '../../market/episode.ts'
import { isPairOfPage, pairKey } from '../../market/pair.ts'
import { tierRank } from '../../market/tier.ts'
import { isMarketOn, isVisible, muteKey } from '../../shared/visible.ts'
import type { BannerInputs } from './banner-inputs.ts'
import { officialNewsOf } from './official-news.ts'

/** What is flagged at the venue of the page. */
interface FlaggedEpisodes {
  readonly coin?: Episode | undefined
  /** Of the same coin on the other market of the exchange, spot or perpetual. */
  readonly otherMarket?: Episode | undefined
  readonly market?: Episode | undefined
}

/**
 * The most severe visible open episodes at the venue of the page. `coin`: of the pair on screen, else of another
 * pair of its coin (one event has one card, on the pair that showed it first), else of the coin that it is quoted in,
 * where that is off its peg: all prices in it are. `market`: of the whole market. None
 * if the venue is switched off or the pair ignored.
 *
 * @param now wall clock, ms
 */
export function flaggedEpisodes(inputs: BannerInputs, now: number): FlaggedEpisodes {
  const { pair, isOtherMarket, settings, mutes, hidden } = inputs
  if (!pair || !settings.venues.includes(exchangeIdOf(pair.venue)) || settings.ignore.includes(pairKey(pair)))
    return {}
  const visible = withLiveEpisode(inputs).filter(
    (episode) =>
      exchangeIdOf(episode.venue) === exchangeIdOf(pair.venue) &&
      isOpen(episode) &&
      isMarketOn(episode.venue, settings.perpetuals) &&
      isVisible(episode, mutes, officialNewsOf(inputs, episode) === undefined ? hidden : [], now) &&
      !settings.ignore.includes(muteKey(episode)),
  )
  const here = visible.filter(({ venue }) => venue === pair.venue)
  const onScreen = here.filter((episode) => isPairOfPage(episode, pair))
  // Spot may quote a coin by the thousand (1000SATS), whose contract the page shows.
  const isCoin = (base: string) => base === pair.base || (isOtherMarket && coinOfContract(base) === pair.base)
  const coin = here.filter(({ base }) => base !== null && isCoin(base))
  const there = visible.filter(
    ({ venue, base }) =>
      venue !== pair.venue && base !== null && coinOfContract(base) === coinOfContract(pair.base),
  )
  const quoted = here.filter((episode) => offPegCoinOf(episode) === pair.quote)
  const market = here.filter(({ symbol }) => symbol === null)
  return {
    coin: worstOf(onScreen) ?? worstOf(coin) ?? worstOf(quoted),
    otherMarket: worstOf(there),
    market: worstOf(market),
  }
}

/** The episode of the coin: it has one card on an exchange, of the market that shows it more clearly. */
export function coinEpisodeOf({ coin, otherMarket }: FlaggedEpisodes): Episode | undefined {
  return coin && otherMarket ? worstOf([coin, otherMarket]) : (coin ?? otherMarket)
}

/** The first of the most severe episodes. */
export function worstOf(episodes: readonly Episode[]): Episode | undefined {
  return [...episodes].sort((a, b) => tierRank(b.tier) - tierRank(a.tier))[0]
}

/** The stored episodes, with the live episode in place of its older version. */
export function withLiveEpisode({ episodes, live }: BannerInputs): readonly Episode[] {
  const newest = live?.episode
  if (!newest) return episodes
  const stored = episodes.find(({ id }) => id === newest.id)
  if (stored && stored.updatedAt > newest.updatedAt) return episodes
  return [newest, ...episodes.filter(({ id }) => id !== newest.id)]
}
