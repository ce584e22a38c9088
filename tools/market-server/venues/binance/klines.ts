import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import { candlesOf } from '../../market/candles.ts'
import { barsBetween } from '../../market/past.ts'
import type { Market } from '../../market/market.ts'
import { fixed } from './fixed.ts'
import { limitOf, tapeOf, wholeOf } from './params.ts'
import { invalidInterval, missing } from './refusal.ts'

/** Interval names and their minutes; months and weeks are not supported. */
const intervals: Readonly<Record<string, number>> = {
  '1m': 1,
  '3m': 3,
  '5m': 5,
  '15m': 15,
  '30m': 30,
  '1h': 60,
  '2h': 120,
  '4h': 240,
  '6h': 360,
  '8h': 480,
  '12h': 720,
  '1d': 1_440,
}

/** `GET /api/v3/klines`, oldest first, gaps filled with the previous close. @throws Refusal */
export function klines(market: Market, query: URLSearchParams): unknown {
  const tape = tapeOf(market, query)
  const name = query.get('interval')
  if (name === null) throw missing('interval')
  const minutes = intervals[name]
  if (minutes === undefined) throw invalidInterval()
  const limit = limitOf(query, 500, 1_000)
  const start = wholeOf(query, 'startTime')
  const end = wholeOf(query, 'endTime') ?? market.now
  const within =
    start === null
      ? candlesOf(tape, minutes, market.now).filter((bar) => bar.minute * minuteMs <= end)
      : barsBetween(tape, minutes, start, end + 1, market.now)
  const rows = start === null ? within.slice(-limit) : within.slice(0, limit)
  return rows.map((bar) => klineRow(bar, minutes))
}

function klineRow(bar: Bar, minutes: number): unknown[] {
  const opening = bar.minute * minuteMs
  return [
    opening,
    fixed(bar.open),
    fixed(bar.high),
    fixed(bar.low),
    fixed(bar.close),
    fixed(bar.base),
    opening + minutes * minuteMs - 1,
    fixed(bar.quote),
    bar.count,
    fixed(bar.buyBase),
    fixed(bar.buyQuote),
    '0',
  ]
}
