import { changeFromPeak, changeSinceStart, type Episode } from '../market/episode.ts'
import { tierRank } from '../market/tier.ts'
import { isFall } from '../ui/words/episode-words.ts'
import { ownPrice } from './price-words.ts'
import type { Part } from './part.ts'

/** One of the figures at the head of the page. */
export interface Figure {
  readonly name: string
  readonly value: string
  readonly more: string
}

type Currency = 'JPY' | 'USD'

/** The figures of an episode, each with the time it is from; a dash where it is not known. */
export function figuresOf(part: Part, currency: Currency): readonly Figure[] {
  const { episode } = part.scene
  const last = lastFigure(part, currency)
  return episode
    ? [
        startFigure(part, episode, currency),
        tierFigure(part, episode),
        peakFigure(part, episode),
        last,
        wordFigure(part, episode),
      ]
    : [last]
}

function startFigure(
  { words, price, scene, facts, now }: Part,
  episode: Episode,
  currency: Currency,
): Figure {
  const { say, format } = words
  const { startedAt, startPrice, quote } = episode
  const own = quote === null ? null : ownPrice(words, facts.rates, startPrice, quote, currency, now)
  return {
    name: say('sum.start', { time: format.moment(startedAt, scene.marketNow) }),
    value: quote === null ? format.change(0) : price(startPrice),
    more: own ?? quote ?? '',
  }
}

/** When the highest tier was reached. Only who watched from its first change on can tell. */
function tierFigure({ words, price, scene }: Part, episode: Episode): Figure {
  const { say, format } = words
  const tier = say(`tier.${episode.tier}`)
  const step = scene.course?.steps.find((each) => tierRank(each.tier) >= tierRank(episode.tier))
  if (!step || !scene.whole) {
    return { name: say('sum.tierUnknown', { tier }), value: say('dash'), more: say('sum.notRecorded') }
  }
  return {
    name: say('sum.tier', { tier, time: format.moment(step.at, scene.marketNow) }),
    value: price(step.price),
    more: say('sum.sinceStart', { change: format.change(step.price / episode.startPrice - 1) }),
  }
}

function peakFigure({ words, price, scene }: Part, episode: Episode): Figure {
  const { say, format } = words
  const { peakAt, peakPrice, startPrice, symbol } = episode
  const time = format.moment(peakAt, scene.marketNow)
  const more = say('sum.sinceStart', { change: format.change(peakPrice / startPrice - 1) })
  return {
    name: say(isFall(episode) ? 'sum.low' : 'sum.peak', { time }),
    value: price(peakPrice),
    // Of a whole market the figure is that change already.
    more: symbol === null ? '' : more,
  }
}

function lastFigure({ words, price, scene, facts, now }: Part, currency: Currency): Figure {
  const { say, format } = words
  const { last, episode, pair, marketNow } = scene
  if (!last && !episode) return { name: say('sum.lastNone'), value: say('dash'), more: '' }
  const at = last?.at ?? episode?.updatedAt ?? marketNow
  const value = last?.price ?? episode?.lastPrice ?? Number.NaN
  const own = pair ? ownPrice(words, facts.rates, value, pair.quote, currency, now) : null
  const from =
    episode &&
    say(isFall(episode) ? 'sum.fromLow' : 'sum.fromPeak', {
      change: format.change(changeFromPeak({ ...episode, lastPrice: value })),
    })
  const since =
    episode &&
    say('sum.sinceStart', { change: format.change(changeSinceStart({ ...episode, lastPrice: value })) })
  return {
    name: say('sum.last', { time: format.moment(at, marketNow) }),
    value: price(value),
    more: [from ?? since, own].filter(Boolean).join(' · '),
  }
}

/** The first official word since shortly before the start; that none was found is a figure too. */
function wordFigure({ words, said, lookedAt, scene }: Part, episode: Episode): Figure {
  const { say, format } = words
  const name = say('sum.official')
  const dayMs = 86_400_000
  const first = said.find(({ at }) => at > episode.startedAt - dayMs)
  if (first) {
    const length = format.length(Math.abs(first.at - episode.startedAt))
    const more = say(first.at < episode.startedAt ? 'sum.official.before' : 'sum.official.after', { length })
    return { name, value: format.moment(first.at, scene.marketNow), more }
  }
  if (lookedAt === null) return { name, value: say('sum.official.unread'), more: say('sum.official.source') }
  return {
    name,
    value: say('sum.official.none'),
    more: say('sum.official.asOf', { time: format.clock(lookedAt) }),
  }
}
