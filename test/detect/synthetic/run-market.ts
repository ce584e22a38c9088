import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import { followedSymbols, dropTape } from '../../../src/detect/pair/followed-pairs.ts'
import { listPairs, seedPairs } from '../../../src/detect/pair/list-pairs.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { driveMarket } from '../../tools/market-server/drive-market.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import type { Print } from '../../../tools/market-server/market/order.ts'
import { answerRest } from '../../../tools/market-server/venues/binance/rest.ts'
import { recentTrades } from '../../../tools/market-server/venues/binance/trades.ts'
import { openWeights } from '../../../tools/market-server/venues/binance/weights.ts'

/** The engine after a generated market, and the episodes of it. */
export interface MarketRun {
  readonly engine: Engine
  /** Every change of every episode, in order of market time. */
  readonly changes: readonly Episode[]
}

/**
 * Runs a generated market through the engine as the worker would, without sockets: the venue's own messages
 * through the exchange's reader, back-fills and trades of the pairs that the engine follows.
 */
export function runMarket(market: Market, span: { readonly to: number; readonly stepMs: number }): MarketRun {
  const engine = createEngine('binance')
  const changes: Episode[] = []
  listAndSeed(engine, market)
  const followed = new Set<string>()
  for (const { at, rows, prints } of driveMarket(market, span)) {
    // The stream carries changes only: a closed venue sends nothing.
    if (rows.length === 0) continue
    changes.push(...takeFollowedTrades(engine, prints, followed))
    changes.push(...takeTicks(engine, rowsOf(read(binance, 'ws.ticker', rows, at), 'tick'), at))
    const wanted = new Set(followedSymbols(engine.data))
    for (const symbol of followed) if (!wanted.has(symbol)) dropTape(engine.data, symbol)
    for (const symbol of wanted) {
      if (!followed.has(symbol)) changes.push(...backfill(engine, market, symbol, at))
    }
    followed.clear()
    for (const symbol of wanted) followed.add(symbol)
  }
  return { engine, changes: [...changes, ...openEpisodes(engine)] }
}

function takeFollowedTrades(
  engine: Engine,
  prints: readonly Print[],
  followed: ReadonlySet<string>,
): Episode[] {
  const tapes = new Map<string, Trade[]>([...followed].map((symbol) => [symbol, []]))
  for (const print of prints) tapes.get(print.symbol)?.push(tradeOf(print))
  return [...tapes].flatMap(([symbol, trades]) => takeTrades(engine, symbol, trades, trades.at(-1)?.at ?? 0))
}

const tradeOf = ({ symbol, price, amount, side, at, id }: Print): Trade => ({
  type: 'trade',
  symbol,
  id: String(id),
  price,
  amount,
  side,
  at,
})

function backfill(engine: Engine, market: Market, symbol: string, at: number): readonly Episode[] {
  // Not as text: a thousand trades of strings and numbers, thousands of times.
  const payload = recentTrades(market, new URLSearchParams({ symbol, limit: '1000' }))
  const trades = rowsOf(read(binance, 'rest.trades', payload, at), 'trade')
  return takeBackfill(engine, symbol, trades, at)
}

function listAndSeed(engine: Engine, market: Market): void {
  listPairs(
    engine.data,
    rowsOf(read(binance, 'rest.symbols', request(market, '/api/v3/exchangeInfo', {}), market.now), 'symbol'),
  )
  const tickers = request(market, '/api/v3/ticker/24hr', { type: 'FULL' })
  seedPairs(engine.data, rowsOf(read(binance, 'rest.tickers', tickers, market.now), 'tick'))
}

function request(market: Market, path: string, query: Record<string, string>): unknown {
  const call = { method: 'GET', host: 'data-api.binance.vision', path, query: new URLSearchParams(query) }
  return JSON.parse(
    String(
      answerRest(
        market,
        openWeights(() => 0),
        call,
      ).body,
    ),
  )
}
