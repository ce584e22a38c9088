import { changeFromPeak, changeSinceStart, type Episode, isFall } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { convertedPrice } from '../price-format.ts'
import type { PanelProps } from './panel-props.ts'

/** One of the figures at the top of the page. */
export interface KeyFigure {
  readonly name: string
  readonly value: string
  readonly more: string
}

const dayMs = 86_400_000

type Currency = 'JPY' | 'USD'

/** The figures of an episode, each with its time; a dash where unknown. Without an episode only the last price. */
export function keyFigures(panel: PanelProps, currency: Currency): readonly KeyFigure[] {
  const { episode } = panel.view
  const last = lastFigure(panel, currency)
  return episode
    ? [
        startFigure(panel, episode, currency),
        tierFigure(panel, episode),
        peakFigure(panel, episode),
        last,
        officialFigure(panel, episode),
      ]
    : [last]
}

function startFigure(
  { words, formatPrice, view, data, now }: PanelProps,
  episode: Episode,
  currency: Currency,
): KeyFigure {
  const { say, format } = words
  const { startedAt, startPrice, quote } = episode
  const converted =
    quote === null ? null : convertedPrice(words, data.rates, startPrice, quote, currency, now)
  return {
    name: say('sum.start', { time: format.moment(startedAt, view.marketNow) }),
    value: quote === null ? format.change(0) : formatPrice(startPrice),
    more: converted ?? quote ?? '',
  }
}

/** When the highest tier was reached: known only where the course was recorded from the first change on. */
function tierFigure({ words, formatPrice, view }: PanelProps, episode: Episode): KeyFigure {
  const { say, format } = words
  const tier = say(`tier.${episode.tier}`)
  const step = view.course?.steps.find((each) => tierRank(each.tier) >= tierRank(episode.tier))
  if (!step || !view.isCourseComplete) {
    return { name: say('sum.tierUnknown', { tier }), value: say('dash'), more: say('sum.notRecorded') }
  }
  return {
    name: say('sum.tier', { tier, time: format.moment(step.at, view.marketNow) }),
    value: formatPrice(step.price),
    more: say('sum.sinceStart', { change: format.change(step.price / episode.startPrice - 1) }),
  }
}

function peakFigure({ words, formatPrice, view }: PanelProps, episode: Episode): KeyFigure {
  const { say, format } = words
  const { peakAt, peakPrice, startPrice, symbol } = episode
  const time = format.moment(peakAt, view.marketNow)
  const more = say('sum.sinceStart', { change: format.change(peakPrice / startPrice - 1) })
  return {
    name: say(isFall(episode) ? 'sum.low' : 'sum.peak', { time }),
    value: formatPrice(peakPrice),
    // The value of a whole market is that change already.
    more: symbol === null ? '' : more,
  }
}

function lastFigure({ words, formatPrice, view, data, now }: PanelProps, currency: Currency): KeyFigure {
  const { say, format } = words
  const { last, episode, pair, marketNow } = view
  if (!last && !episode) return { name: say('sum.lastNone'), value: say('dash'), more: '' }
  const at = last?.at ?? episode?.updatedAt ?? marketNow
  const value = last?.price ?? episode?.lastPrice ?? Number.NaN
  const converted = pair ? convertedPrice(words, data.rates, value, pair.quote, currency, now) : null
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
    value: formatPrice(value),
    more: [from ?? since, converted].filter(Boolean).join(' · '),
  }
}

/** The first official statement since a day before the start, or that there is none. */
function officialFigure({ words, statements, checkedAt, view }: PanelProps, episode: Episode): KeyFigure {
  const { say, format } = words
  const name = say('sum.official')
  const first = statements.find(({ at }) => at > episode.startedAt - dayMs)
  if (first) {
    const length = format.length(Math.abs(first.at - episode.startedAt))
    const more = say(first.at < episode.startedAt ? 'sum.official.before' : 'sum.official.after', { length })
    return { name, value: format.moment(first.at, view.marketNow), more }
  }
  if (checkedAt === null) return { name, value: say('sum.official.unread'), more: say('sum.official.source') }
  return {
    name,
    value: say('sum.official.none'),
    more: say('sum.official.asOf', { time: format.clock(checkedAt) }),
  }
}
