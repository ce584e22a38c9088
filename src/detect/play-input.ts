import type { Episode } from '../market/episode.ts'
import type { Engine } from './engine-state.ts'
import { takeOfficialStatus, takeTicks } from './engine.ts'
import { dropTape, forgetTrades } from './pair/followed-pairs.ts'
import { forgetPairs } from './pair/forget-pairs.ts'
import { listPairs, seedPairs } from './pair/list-pairs.ts'
import { seedHistory } from './pair/usual/seed-history.ts'
import type { EngineInput } from './recording/engine-input.ts'
import {
  takeContracts,
  takeDerivatives,
  takeLiquidations,
  takePeerPrices,
  takeSpotPrices,
} from './take-perpetual.ts'
import { loseTrades, missTrades, takeBackfill, takeTrades } from './take-trades.ts'

const nothing: readonly Episode[] = []

/** Hands one input to the engine: the only way in, live and in a replay. Returns the episodes that began or changed. */
export function playInput(engine: Engine, input: EngineInput): readonly Episode[] {
  const { data } = engine
  switch (input.kind) {
    case 'frame':
      return takeTicks(engine, input.ticks, input.at, input.source)
    case 'trades':
      return takeTrades(engine, input.symbol, input.trades, input.at)
    case 'backfill':
      return takeBackfill(engine, input.symbol, input.trades, input.at)
    case 'status':
      return takeOfficialStatus(engine, input.status)
    case 'missed':
      missTrades(engine, input.symbol)
      return nothing
    case 'lost':
      loseTrades(engine, input.symbol)
      return nothing
    case 'dropped':
      dropTape(data, input.symbol)
      return nothing
    case 'forgotten':
      forgetTrades(data, input.symbol)
      return nothing
    case 'history':
      seedHistory(data, input.symbol, input.candles)
      return nothing
    case 'seed':
      seedPairs(data, input.ticks)
      return nothing
    case 'list':
      takeList(engine, input.list)
      return nothing
    case 'contracts':
      takeContracts(engine, input.list)
      return nothing
    case 'derivatives':
      return takeDerivatives(engine, input.rows, input.at)
    case 'liquidations':
      return takeLiquidations(engine, input.rows, input.at)
    case 'spot':
      return takeSpotPrices(engine, input.prices, input.at)
    case 'peers':
      return takePeerPrices(engine, input.prices, input.at)
  }
}

function takeList(engine: Engine, list: Extract<EngineInput, { kind: 'list' }>['list']): void {
  const listed = new Set(list.map(({ symbol }) => symbol))
  forgetPairs(engine.data, (symbol) => listed.has(symbol))
  engine.ignored += listPairs(engine.data, list)
}
