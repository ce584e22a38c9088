import { isSoundBar } from '../bar.ts'
import { columns, isMarketTime, type Recogniser } from './format.ts'
import { numberAt, textAt } from '../line.ts'

/** `pair,time_s,open,high,low,close,volume`: bars of many pairs, volume in units of the base. */
export const recogniseCandles: Recogniser = (first) => {
  const at = columns(first, ['pair', 'time_s', 'open', 'high', 'low', 'close', 'volume'])
  if (!at) return null
  return {
    kind: 'bars',
    headed: true,
    named: true,
    reader: () => {
      let known = { text: '', pair: null as string | null }
      return (line) => {
        // Recordings list pair after pair.
        const text = textAt(line, at.pair)
        if (text !== known.text) known = { text, pair: pairIn(text) }
        const { pair } = known
        if (!pair) return null
        const bar = {
          pair,
          at: numberAt(line, at.time_s) * 1000,
          open: numberAt(line, at.open),
          high: numberAt(line, at.high),
          low: numberAt(line, at.low),
          close: numberAt(line, at.close),
          baseVolume: numberAt(line, at.volume),
          quoteVolume: NaN,
          count: NaN,
        }
        return isMarketTime(bar.at) && isSoundBar(bar) ? bar : null
      }
    },
  }
}

/** `ADA_BTC`, `ADA/BTC` or `ADA-BTC` as `ADA/BTC`; null for anything else. */
function pairIn(text: string): string | null {
  const parts = /^([^\s_/-]+)[_/-]([^\s_/-]+)$/.exec(text)
  return parts ? `${parts[1]}/${parts[2]}`.toUpperCase() : null
}
