import type { Episode } from '../../market/episode.ts'
import { isFall } from '../../ui/words/episode-words.ts'
import type { Said } from './statements.ts'
import type { Entry } from './timeline.ts'
import type { DetailsWords } from '../words.ts'

/** What went on around an episode: the whole market's moves meanwhile, and how long nobody said anything officially. */
export function aroundOf(
  words: DetailsWords,
  episode: Episode | null,
  all: readonly Episode[],
  said: readonly Said[],
): readonly Entry[] {
  if (!episode || episode.symbol === null) return []
  const markets = all.filter(
    ({ venue, symbol, startedAt, updatedAt }) =>
      venue === episode.venue &&
      symbol === null &&
      startedAt <= episode.updatedAt &&
      updatedAt >= episode.startedAt,
  )
  return [...markets.map((market) => marketEntry(words, market)), ...silence(words, episode, said)]
}

function marketEntry({ say, format }: DetailsWords, market: Episode): Entry {
  const { id, tier, startedAt, startPrice, peakPrice } = market
  const change = format.change(peakPrice / startPrice - 1)
  const move = say(isFall(market) ? 'market.fall' : 'market.rise')
  const text = say('timeline.market', { tier: say(`tier.${tier}`), move, change })
  return { key: `market ${id}`, at: startedAt, icon: `tier-${tier}`, tone: tier, text, statement: null }
}

/** Told where it ended. What was said before the episode began was not about it. */
function silence({ say, format }: DetailsWords, { startedAt }: Episode, said: readonly Said[]): Entry[] {
  const first = said.find(({ at }) => at >= startedAt)
  if (!first) return []
  const text = say('timeline.silence', { length: format.length(first.at - startedAt) })
  return [{ key: 'silence', at: first.at, icon: 'unknown', tone: null, text, statement: null }]
}
