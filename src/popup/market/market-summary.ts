import { changeSinceStart, isFall, isOpen, type Episode } from '../../market/episode.ts'
import type { MarketState } from '../../market/venue-state.ts'
import { silenceOf } from '../../shared/silence.ts'
import type { ShownTier } from '../../ui/card/tier-tag.tsx'
import type { PopupWords } from '../words.ts'
import type { PopupData } from '../popup-data.ts'

/** A median return closer to zero is an ordinary market; a fraction. */
const calmReturn = 0.005

/** Contents of the line above the list. */
export interface MarketSummary {
  /** Null while no market-wide episode is open. */
  readonly tier: ShownTier | null
  readonly title: string
  readonly detail: string
  /** Median return as a fraction; null where unknown. */
  readonly median: number | null
  readonly unit: string
  /** Shares down, flat and up; null where unknown. */
  readonly shares: readonly [number, number, number] | null
}

/** The state of the market by the venue with the most pairs. `now` is wall clock (ms). */
export function marketSummary(words: PopupWords, data: PopupData, now: number): MarketSummary {
  const active = data.markets.filter(({ venue }) => venueSilence(data, venue, now) === undefined)
  const alarm = data.episodes.find(
    (episode) =>
      episode.symbol === null && isOpen(episode) && venueSilence(data, episode.venue, now) === undefined,
  )
  const ranked = [...active].sort((a, b) => b.pairs - a.pairs)
  const market = ranked.find(({ venue }) => venue === alarm?.venue) ?? ranked[0]
  if (alarm) return alarmSummary(words, alarm, market)
  if (!market) return unknownSummary(words, data, now)
  return isWhole(market) ? ordinarySummary(words, market) : measuringSummary(words, market)
}

/**
 * Whether the window has been measured to its beginning: before, a market that fell would look as if it stood. What is
 * no number is not checked when it is read, for the banner reads market states too and must not grow.
 */
const isWhole = ({ measuredMs, windowMs }: MarketState) => measuredMs === undefined || measuredMs >= windowMs

const minuteMs = 60_000

function measuringSummary({ say }: PopupWords, { measuredMs = 0, windowMs }: MarketState): MarketSummary {
  const minutes = (ms: number) => Math.floor(ms / minuteMs) || 0
  return {
    tier: null,
    title: say('popup.market.measuring', { known: minutes(measuredMs), all: minutes(windowMs) }),
    detail: say('popup.market.measuring.why'),
    median: null,
    unit: '',
    shares: null,
  }
}

function venueSilence(data: PopupData, venue: string, now: number): number | null | undefined {
  return silenceOf(
    data.venues.find((each) => each.venue === venue),
    now,
  )
}

function ordinarySummary({ say, format }: PopupWords, market: MarketState): MarketSummary {
  const { median, down, flat, up, windowMs } = market
  const mood = Math.abs(median) < calmReturn ? 'calm' : median < 0 ? 'fall' : 'rise'
  return {
    tier: null,
    title: say(`popup.market.${mood}`, { window: format.window(windowMs) }),
    detail: say('popup.market.share', { down: format.share(down), flat: format.share(flat) }),
    median,
    unit: say('popup.market.median', { length: format.length(windowMs) }),
    shares: [down, flat, up],
  }
}

function alarmSummary(
  { say, format }: PopupWords,
  alarm: Episode,
  market: MarketState | undefined,
): MarketSummary {
  const fall = isFall(alarm)
  const time = format.clock(alarm.startedAt)
  const values = { down: format.share(market?.down ?? 0), up: format.share(market?.up ?? 0), time }
  return {
    tier: alarm.tier,
    title: say(fall ? 'market.fall' : 'market.rise'),
    detail: market ? say(fall ? 'popup.market.since' : 'popup.market.sinceRise', values) : say('market.one'),
    median: market?.median ?? changeSinceStart(alarm),
    unit: market
      ? say('popup.market.median', { length: format.length(market.windowMs) })
      : say('stat.medianSinceStart'),
    shares: market ? [market.down, market.flat, market.up] : null,
  }
}

function unknownSummary({ say, format }: PopupWords, { venues }: PopupData, now: number): MarketSummary {
  const silent = venues.filter((venue) => silenceOf(venue, now) !== undefined)
  const last = Math.max(0, ...venues.map(({ receivedAt }) => receivedAt ?? 0))
  const all = say('popup.venues', { n: venues.length })
  const detail =
    silent.length > 0
      ? say('popup.market.noData', { bad: silent.length, all })
      : say(last > 0 ? 'popup.market.few' : 'popup.market.wait')
  return {
    tier: 'stale',
    title: say('popup.market.unknown'),
    detail,
    median: null,
    unit: last > 0 ? say('popup.market.last', { time: format.clock(last, 'second') }) : '',
    shares: null,
  }
}
