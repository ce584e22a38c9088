import { beginLine, extendLine, type Line } from '../../../stats/line.ts'
import type { RunningEpisode } from '../../episode/running-episode.ts'
import type { Coin, Place } from '../cross-venue-state.ts'
import type { GapDetection } from './gap-detection.ts'
import { lineBeforeMs, lineStepMs, maxLinePoints } from '../../settings.ts'

/** Opens an episode at the price that the other venues show, with the line of the minutes before. */
export function beginGap(coin: Coin, place: Place, sighting: GapDetection): RunningEpisode {
  const { gap, at, tier, direction, from } = sighting
  const { symbol, base, quote, last } = gap.pair
  return {
    id: `${place.venue}:${symbol}:venue-gap:${at}`,
    venue: place.venue,
    symbol,
    base,
    quote,
    kind: 'venue-gap',
    also: [],
    direction,
    tier,
    phase: 'building',
    startedAt: from,
    changedAt: at,
    updatedAt: at,
    startPrice: gap.reference,
    peakPrice: last,
    peakAt: at,
    lastPrice: last,
    probability: 0,
    confirmed: false,
    evidence: [],
    line: lineUntil(coin, place, sighting),
    strayPrint: null,
    signalAt: at,
    fadedPeak: last,
  }
}

/** The place's price at its marks since some minutes before the beginning, in the pair's quote at today's rate. */
function lineUntil(coin: Coin, place: Place, { gap, from, at, lead }: GapDetection): Line {
  const { pair } = gap
  const points = coin.marks.flatMap((mark, i) => {
    const value = place.marked[i] ?? 0
    const time = mark + lead
    return value > 0 && time >= from - lineBeforeMs
      ? [{ at: time, price: (value / pair.value) * pair.last }]
      : []
  })
  const first = points[0] ?? { at: from, price: gap.reference }
  const line = beginLine(first.at, first.price, lineStepMs)
  for (const point of points) extendLine(line, point.at, point.price, maxLinePoints)
  extendLine(line, at, pair.last, maxLinePoints)
  return line
}
