import { createEngine } from '../../../src/detect/engine-state.ts'
import { emptyPair } from '../../../src/detect/pair/pair-state.ts'
import { beginEpisode } from '../../../src/detect/cases/begin-episode.ts'
import type { RunningEpisode } from '../../../src/detect/episode/running-episode.ts'
import { pushBar } from '../../../src/stats/bars.ts'

/** A pump episode that began at `price` and `at` (ms), a Notice. */
export function runningPump(at: number, price: number): RunningEpisode {
  const engine = createEngine('binance')
  const pair = Object.assign(emptyPair('SYSBTC', engine.data.tables), {
    base: 'SYS',
    quote: 'BTC',
    at,
    last: price,
  })
  pushBar(pair.tables.bars, pair.row, at, Math.log(price), 1, 1)
  return beginEpisode(engine.data, pair, 'pump', { at, price }, { at, price }, 'notice', 1)
}
