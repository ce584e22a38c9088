import { emptyPair } from '../../src/detect/pair-state.ts'
import { emptyTables } from '../../src/detect/tables.ts'
import { begin } from '../../src/detect/begin.ts'
import type { Running } from '../../src/detect/running.ts'
import { pushBar } from '../../src/stats/bars.ts'

/** A pump that has just begun: from `price` at `at` (ms), still a Notice. */
export function drawnRunning(at: number, price: number): Running {
  const pair = Object.assign(emptyPair('SYSBTC', emptyTables()), {
    base: 'SYS',
    quote: 'BTC',
    at,
    last: price,
  })
  pushBar(pair.tables.bars, pair.row, at, Math.log(price), 1, 1)
  return begin('binance', pair, 'pump', { at, price }, { at, price }, 'notice')
}
