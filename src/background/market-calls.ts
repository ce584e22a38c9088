import type { Exchange } from '../exchanges/exchange.ts'
import { read, rowsOf } from '../exchanges/read.ts'
import type { Listing } from '../market/pair.ts'
import type { Tick } from '../market/tick.ts'
import type { Call } from './calls.ts'

/** The list of pairs is asked again so often (ms). */
const listMs = 600_000

type Dropped = (rows: number) => void

/** The venue's list of pairs, asked at start and every ten minutes. */
export function listCall(
  exchange: Exchange,
  onList: (list: readonly Listing[]) => void,
  onDropped: Dropped,
): Call {
  return {
    call: exchange.symbols,
    everyMs: listMs,
    onPayload(payload) {
      const reading = read(exchange, 'rest.symbols', payload, Date.now())
      onDropped(reading.dropped)
      const list = rowsOf(reading, 'symbol')
      if (list.length === 0) return rowsOf(reading, 'error')[0]?.message ?? 'no pairs'
      onList(list)
      return null
    },
  }
}

/** Every ticker of the venue in one call. `everyMs` is Infinity for the one at start. */
export function tickersCall(
  exchange: Exchange,
  everyMs: number,
  onTicks: (ticks: readonly Tick[]) => void,
  onDropped: Dropped,
): Call {
  return {
    call: exchange.tickers,
    everyMs,
    onPayload(payload) {
      const reading = read(exchange, 'rest.tickers', payload, Date.now())
      onDropped(reading.dropped)
      const ticks = rowsOf(reading, 'tick')
      if (ticks.length === 0) return rowsOf(reading, 'error')[0]?.message ?? 'no tickers'
      onTicks(ticks)
      return null
    },
  }
}
