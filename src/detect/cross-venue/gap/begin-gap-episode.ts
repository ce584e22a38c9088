import { beginLine, extendLine, type Line } from '../../../stats/line.ts'
import type { RunningEpisode } from '../../episode/running-episode.ts'
import { lineBeforeMs, maxLinePoints, lineStepMs } from '../../settings.ts'
import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import type { GapDetection } from './detect-gap.ts'

/** Begins an episode that starts at the reference price, with the price line of the minutes before. */
export function beginGapEpisode(coin: Coin, venueCoin: VenueCoin, detection: GapDetection): RunningEpisode {
  const { gap, at, tier, direction, startedAt } = detection
  const { symbol, base, quote, last } = gap.pair
  return {
    id: `${venueCoin.venue}:${symbol}:venue-gap:${at}`,
    venue: venueCoin.venue,
    symbol,
    base,
    quote,
    kind: 'venue-gap',
    also: [],
    direction,
    tier,
    phase: 'building',
    startedAt,
    changedAt: at,
    updatedAt: at,
    startPrice: gap.reference,
    peakPrice: last,
    peakAt: at,
    lastPrice: last,
    probability: 0,
    confirmed: false,
    evidence: [],
    line: lineBefore(coin, venueCoin, detection),
    strayPrint: null,
    signalAt: at,
    fadedPeak: last,
  }
}

/**
 * The price line from the samples since shortly before the gap, converted into the pair's quote at the current
 * rate.
 */
function lineBefore(
  coin: Coin,
  venueCoin: VenueCoin,
  { gap, startedAt, at, clockLeadMs }: GapDetection,
): Line {
  const { pair } = gap
  const points = coin.sampleTimes.flatMap((sampledAt, i) => {
    const value = venueCoin.samples[i] ?? 0
    const time = sampledAt + clockLeadMs
    return value > 0 && time >= startedAt - lineBeforeMs
      ? [{ at: time, price: (value / pair.value) * pair.last }]
      : []
  })
  const first = points[0] ?? { at: startedAt, price: gap.reference }
  const line = beginLine(first.at, first.price, lineStepMs)
  for (const point of points) extendLine(line, point.at, point.price, maxLinePoints)
  extendLine(line, at, pair.last, maxLinePoints)
  return line
}
