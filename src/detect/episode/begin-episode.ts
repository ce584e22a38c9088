import type { Anomaly } from '../../market/episode.ts'
import type { Tier } from '../../market/tier.ts'
import { forEachClose } from '../../stats/for-each-close.ts'
import { beginLine, extendLine, type Line } from '../../stats/line.ts'
import { minuteRung } from '../../stats/minutes.ts'
import { dayTurnover } from '../pair/day-turnover.ts'
import type { Engine } from '../engine-state.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Running } from './running-episode.ts'
import { lineBeforeMs, linePoints, lineStepMs } from '../settings.ts'
import type { Origin } from '../rules/detection.ts'

/**
 * Opens an episode at the price from which it moved, with the line of the minutes before.
 *
 * @param now the present price and its time
 */
export function beginEpisode(
  engine: Engine,
  pair: PairState,
  kind: Anomaly,
  now: Origin,
  from: Origin,
  tier: Tier,
): Running {
  const { at, price } = now
  const { venue } = engine
  const turnoverUsd = dayTurnover(engine, pair)
  const startedAt = Math.min(at, from.at)
  const direction = kind === 'dump' ? -1 : 1
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
    line: lineUntil(pair, startedAt - lineBeforeMs, price, at),
    strayPrint: null,
    signalAt: at,
    fadedPeak: peakPrice,
    ...(turnoverUsd !== undefined && { turnoverUsd }),
  }
}

/** The price's line from a time until now, as far back as it is known. */
function lineUntil(pair: PairState, from: number, price: number, at: number): Line {
  const all: Origin[] = []
  forEachClose(pair.tables.bars, pair.row, minuteRung, (time, level) => {
    all.push({ at: time, price: Math.exp(level) })
  })
  // The last point before the line's beginning is where it begins.
  const first = Math.max(
    0,
    all.findLastIndex((point) => point.at <= from),
  )
  const begun = all[first] ?? { at, price }
  const line = beginLine(Math.max(begun.at, from), begun.price, lineStepMs)
  for (const point of all.slice(first + 1)) extendLine(line, point.at, point.price, linePoints)
  extendLine(line, at, price, linePoints)
  return line
}
