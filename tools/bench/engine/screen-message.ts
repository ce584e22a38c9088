import { takeTicks } from '../../../src/detect/engine.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'
import type { Tick } from '../../../src/market/tick.ts'

/** The ticks of a parsed Binance ticker message, through the reader and its gate. `at`: market time, ms UTC. */
export const readTicks = (payload: unknown, at: number): readonly Tick[] =>
  rowsOf(read(binance, 'ws.ticker', payload, at), 'tick')

/** The whole path of a ticker message, from text to episodes. */
export function screenMessage(engine: Engine, message: string, at: number): void {
  takeTicks(engine, readTicks(JSON.parse(message), at), at)
}
