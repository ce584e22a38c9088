import { changeSinceStart, isOpen, type Episode } from '../market/episode.ts'
import type { MarketState } from '../market/venue-state.ts'
import { silenceOf } from '../shared/silence.ts'
import { isFall } from '../ui/words/episode-words.ts'
import type { Tone } from '../ui/card/tier-tag.tsx'
import type { PopupWords } from './words.ts'
import type { Facts } from './facts.ts'

/** Medians nearer to zero than this are an ordinary market, as a fraction. */
const CALM = 0.005

/** The line above the list. */
export interface MarketWords {
  /** Null while nothing is flagged about the market as a whole. */
  readonly tone: Tone | null
  readonly title: string
  readonly detail: string
  /** Median return as a fraction; null where unknown. */
  readonly median: number | null
  readonly unit: string
  /** Shares down, flat and up; null where unknown. */
  readonly shares: readonly [number, number, number] | null
}

/** What the whole market does, by the venue that counts most pairs. `now` is wall clock, ms. */
export function marketWords(words: PopupWords, facts: Facts, now: number): MarketWords {
  const speaking = facts.markets.filter(({ venue }) => silence(facts, venue, now) === undefined)
  const alarm = facts.episodes.find(
    (episode) =>
      episode.symbol === null && isOpen(episode) && silence(facts, episode.venue, now) === undefined,
  )
  const ranked = [...speaking].sort((a, b) => b.pairs - a.pairs)
  const market = ranked.find(({ venue }) => venue === alarm?.venue) ?? ranked[0]
  if (alarm) return alarmWords(words, alarm, market)
  return market ? plainWords(words, market) : unknownWords(words, facts, now)
}

function silence(facts: Facts, venue: string, now: number): number | null | undefined {
  return silenceOf(
    facts.venues.find((each) => each.venue === venue),
    now,
  )
}

function plainWords({ say, format }: PopupWords, market: MarketState): MarketWords {
  const { median, down, flat, up, windowMs } = market
  const mood = Math.abs(median) < CALM ? 'calm' : median < 0 ? 'fall' : 'rise'
  return {
    tone: null,
    title: say(`popup.market.${mood}`),
    detail: say('popup.market.share', { down: format.share(down), flat: format.share(flat) }),
    median,
    unit: say('popup.market.median', { length: format.length(windowMs) }),
    shares: [down, flat, up],
  }
}

function alarmWords(
  { say, format }: PopupWords,
  alarm: Episode,
  market: MarketState | undefined,
): MarketWords {
  const fall = isFall(alarm)
  const time = format.clock(alarm.startedAt)
  const values = { down: format.share(market?.down ?? 0), up: format.share(market?.up ?? 0), time }
  return {
    tone: alarm.tier,
    title: say(fall ? 'market.fall' : 'market.rise'),
    detail: market ? say(fall ? 'popup.market.since' : 'popup.market.sinceRise', values) : say('market.one'),
    median: market?.median ?? changeSinceStart(alarm),
    unit: market
      ? say('popup.market.median', { length: format.length(market.windowMs) })
      : say('stat.medianSinceStart'),
    shares: market ? [market.down, market.flat, market.up] : null,
  }
}

function unknownWords({ say, format }: PopupWords, { venues }: Facts, now: number): MarketWords {
  const bad = venues.filter((venue) => silenceOf(venue, now) !== undefined)
  const last = Math.max(0, ...venues.map(({ receivedAt }) => receivedAt ?? 0))
  const all = say('popup.venues', { n: venues.length })
  return {
    tone: 'stale',
    title: say('popup.market.unknown'),
    detail: bad.length > 0 ? say('popup.market.noData', { bad: bad.length, all }) : say('popup.market.wait'),
    median: null,
    unit: last > 0 ? say('popup.market.last', { time: format.clock(last, 'second') }) : '',
    shares: null,
  }
}
