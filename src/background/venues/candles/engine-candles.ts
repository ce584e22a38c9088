import type { Engine } from '../../../detect/engine-state.ts'
import type { Span } from '../../../exchanges/candles/candle-feed.ts'
import type { Candle } from '../../../market/row.ts'
import { forEachMinute } from '../../../stats/minutes.ts'

const minuteMs = 60_000

/**
 * The minutes of a pair that the engine itself measured, the last hour's, within a span; oldest first. It keeps closes
 * only: each minute opens at the close before it.
 */
export function engineCandles({ data }: Engine, symbol: string, { from, until }: Span): readonly Candle[] {
  const pair = data.pairs.get(symbol)
  const candles: Candle[] = []
  if (pair)
    forEachMinute(pair.tables.bars, pair.row, data.at, (endsAt, logPrice, quoteVolume) => {
      const close = Math.exp(logPrice)
      const open = candles.at(-1)?.close ?? close
      candles.push({
        type: 'candle',
        at: endsAt - minuteMs,
        open,
        high: Math.max(open, close),
        low: Math.min(open, close),
        close,
        baseVolume: quoteVolume / close,
        quoteVolume,
      })
    })
  return candles.filter(({ at }) => at >= from && at < until)
}
