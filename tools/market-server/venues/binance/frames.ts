import type { Market } from '../../market/market.ts'
import type { Tape } from '../../market/tape.ts'
import type { TapeWindow } from '../../market/window.ts'
import { miniRow, rollingRow } from './rolling.ts'

/** One all-market stream and the row it sends for a pair. */
export interface AllMarketStream {
  /** The name subscribed to, e.g. `!ticker_1h@arr`. */
  readonly stream: string
  /** Its single-pair suffix, e.g. `ticker_1h` of `sysbtc@ticker_1h`. */
  readonly single: string
  readonly window: (tape: Tape) => TapeWindow
  readonly row: (tape: Tape, at: number) => Record<string, unknown>
}

/** The all-market streams. `!ticker@arr` is retired since 2026-03-26 and sends nothing. */
export const allMarketStreams: readonly AllMarketStream[] = [
  rolling('1h', (tape) => tape.hour),
  rolling('4h', (tape) => tape.fourHours),
  rolling('1d', (tape) => tape.day),
  { stream: '!miniTicker@arr', single: 'miniTicker', window: (tape) => tape.day, row: miniRow },
]

function rolling(size: string, window: (tape: Tape) => TapeWindow): AllMarketStream {
  return {
    stream: `!ticker_${size}@arr`,
    single: `ticker_${size}`,
    window,
    row: (tape, at) => rollingRow(tape, window(tape), `${size}Ticker`, at),
  }
}

/** Tracks what a stream last sent, so that only changed pairs are sent again. */
export function openChangedTapes(market: Market, allMarket: AllMarketStream): () => Tape[] {
  const sent = new Map<Tape, number>()
  for (const tape of market.tapes.values()) sent.set(tape, allMarket.window(tape).changes)
  return () => {
    const changed: Tape[] = []
    for (const [tape, before] of sent) {
      const { changes } = allMarket.window(tape)
      if (changes === before) continue
      sent.set(tape, changes)
      changed.push(tape)
    }
    return changed
  }
}
