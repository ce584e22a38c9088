import { type Episode, isFall } from '../../market/episode.ts'
import type { DatedStatement } from './statements.ts'
import type { TimelineEntry } from './timeline.ts'
import type { DetailsWords } from '../words.ts'

/** The context of an episode: simultaneous moves of the whole market, and the time until the first statement. */
export function contextEntries(
  words: DetailsWords,
  episode: Episode | null,
  all: readonly Episode[],
  statements: readonly DatedStatement[],
): readonly TimelineEntry[] {
  if (!episode || episode.symbol === null) return []
  const markets = all.filter(
    ({ venue, symbol, startedAt, updatedAt }) =>
      venue === episode.venue &&
      symbol === null &&
      startedAt <= episode.updatedAt &&
      updatedAt >= episode.startedAt,
  )
  return [
    ...markets.map((market) => marketEntry(words, market)),
    ...officialSilence(words, episode, statements),
  ]
}

function marketEntry({ say, format }: DetailsWords, market: Episode): TimelineEntry {
  const { id, tier, startedAt, startPrice, peakPrice } = market
  const change = format.change(peakPrice / startPrice - 1)
  const move = say(isFall(market) ? 'market.fall' : 'market.rise')
  const text = say('timeline.market', { tier: say(`tier.${tier}`), move, change })
  return { key: `market ${id}`, at: startedAt, icon: `tier-${tier}`, colour: tier, text, statement: null }
}

/** An entry at the first statement since the episode's start: earlier ones were not about it. */
function officialSilence(
  { say, format }: DetailsWords,
  { startedAt }: Episode,
  statements: readonly DatedStatement[],
): TimelineEntry[] {
  const first = statements.find(({ at }) => at >= startedAt)
  if (!first) return []
  const text = say('timeline.silence', { length: format.length(first.at - startedAt) })
  return [{ key: 'silence', at: first.at, icon: 'unknown', colour: null, text, statement: null }]
}
