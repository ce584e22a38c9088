import type { Anomaly } from '../../market/episode.ts'
import type { Tier } from '../../market/tier.ts'
import { forEachClose } from '../../stats/for-each-close.ts'
import { beginLine, extendLine, type Line } from '../../stats/line.ts'
import { minuteRung } from '../../stats/minutes.ts'
import type { Origin } from '../episode/detection.ts'
import { beginTrack } from '../episode/phase-track.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import { dayTurnover } from '../pair/usual/day-turnover.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { lineBeforeMs, lineStepMs, maxLinePoints } from '../settings.ts'

/**
 * Begins an episode at the price from which it moved, with the price line of the minutes before.
 *
 * @param now the present price and its time
 * @param direction which way it moves: 1 up, −1 down
 */
export function beginEpisode(
  data: MarketData,
  pair: PairState,
  kind: Anomaly,
  now: Origin,
  from: Origin,
  tier: Tier,
  direction: 1 | -1,
): RunningEpisode {
  const { at, price } = now
  const { venue } = data
  const turnoverUsd = dayTurnover(data, pair)
  const startedAt = Math.min(at, from.at)
  const peakPrice = direction * (price - from.price) > 0 ? price : from.price
  return {
    id: `${venue}:${pair.symbol}:${kind}:${at}`,
    venue,
    symbol: pair.symbol,
    base: pair.base,
    quote: pair.quote,
    kind,
    also: [],
    direction,
    tier,
    phase: 'building',
    startedAt,
    changedAt: at,
    updatedAt: at,
    startPrice: from.price,
    peakPrice,
    peakAt: at,
    lastPrice: price,
    probability: 0,
    confirmed: false,
    evidence: [],
    line: lineUntil(pair, startedAt - lineBeforeMs, now),
    strayPrint: null,
    signalAt: at,
    fadedPeak: peakPrice,
    track: beginTrack(at, price, from),
    ...(turnoverUsd !== undefined && { turnoverUsd }),
  }
}

/** The price line from a time until now, as far back as it is known. */
function lineUntil(pair: PairState, from: number, { at, price }: Origin): Line {
  const closes: Origin[] = []
  forEachClose(pair.tables.bars, pair.row, minuteRung, (time, level) => {
    closes.push({ at: time, price: Math.exp(level) })
  })
  // The last close before the line's beginning is where it begins.
  const first = Math.max(
    0,
    closes.findLastIndex((close) => close.at <= from),
  )
  const begun = closes[first] ?? { at, price }
  const line = beginLine(Math.max(begun.at, from), begun.price, lineStepMs)
  for (const close of closes.slice(first + 1)) extendLine(line, close.at, close.price, maxLinePoints)
  extendLine(line, at, price, maxLinePoints)
  return line
}
