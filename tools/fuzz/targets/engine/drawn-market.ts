import type { RawRow } from '../../../../src/exchanges/validate/raw-row.ts'
import { validateRow } from '../../../../src/exchanges/validate/validate-row.ts'
import type { Row } from '../../../../src/market/row.ts'
import type { Tick } from '../../../../src/market/tick.ts'
import type { Trade } from '../../../../src/market/trade.ts'
import type { Chance } from '../../input/chance.ts'
import { oddNumbers, oddTexts } from '../../input/odd-values.ts'

/** A small venue whose prices are drawn by chance: calm, with rises, falls and absurdities. */
export interface DrawnMarket {
  /** Market time, ms UTC. */
  readonly at: number
  readonly symbols: readonly string[]
  /** The next frame of tickers, some seconds on. */
  frame(chance: Chance): readonly Tick[]
  /** Trades of a pair since its last. */
  trades(symbol: string, chance: Chance): readonly Trade[]
  /** The clock jumps, as after a sleep or by a fault. */
  jump(chance: Chance): void
}

interface DrawnPair {
  readonly symbol: string
  price: number
  /** Return of a step, as a fraction. */
  drift: number
  volume: number
  count: number
  tradedAt: number
}

const second = 1000
const jumpsMs = [-3_600_000, -700_000, -5000, 60_000, 700_000, 4_000_000, 90_000_000, 40_000_000_000]
/** Share of rows that hold something absurd. */
const absurdShare = 0.02

export function drawMarket(chance: Chance, size: number, start: number): DrawnMarket {
  const pairs = Array.from({ length: size }, (_, i): DrawnPair => ({
    symbol: i === 0 ? 'BTCUSDT' : `C${i}${chance.of(['USDT', 'BTC', 'JPY'])}`,
    price: 10 ** (chance.below(12) - 7),
    drift: 0,
    volume: 1e6 * chance.next(),
    count: 1000,
    tradedAt: start,
  }))
  let at = start
  let everyMs = second
  return {
    get at() {
      return at
    },
    symbols: pairs.map(({ symbol }) => symbol),
    frame(by) {
      if (by.has(0.02)) everyMs = by.of([1000, 1000, 5000, 10_000, 60_000])
      at += everyMs
      const moved = pairs.filter(() => by.has(0.8)).map((pair) => moveOn(pair, by))
      const rows = moved.map((pair) => tickerOf(pair, at, by))
      const strangers = by.has(0.02) ? Array.from({ length: by.below(40) }, () => strangerAt(at, by)) : []
      return valid([...rows, ...strangers], at, by).filter((row): row is Tick => row.type === 'tick')
    },
    trades(symbol, by) {
      const pair = pairs.find((each) => each.symbol === symbol) ?? pairs[0]!
      const rows = Array.from({ length: 1 + by.below(20) }, () => tradeOf(pair, at, by))
      return valid(rows, at, by).filter((row): row is Trade => row.type === 'trade')
    },
    jump(by) {
      at += by.of(jumpsMs)
    },
  }
}

/** What the gate lets through of rows, some of them absurd. */
function valid(rows: readonly RawRow[], at: number, chance: Chance): readonly Row[] {
  return rows.flatMap((row) => validateRow(chance.has(absurdShare) ? absurd(row, chance) : row, at) ?? [])
}

function absurd(row: RawRow, chance: Chance): RawRow {
  const field = chance.of(Object.keys(row).filter((key) => key !== 'type'))
  return { ...row, [field]: chance.has(0.8) ? chance.of(oddNumbers) : chance.of(oddTexts) }
}

function moveOn(pair: DrawnPair, chance: Chance): DrawnPair {
  if (chance.has(0.01)) pair.drift = chance.has(0.6) ? 0.04 * (chance.next() - 0.3) : 0
  if (chance.has(0.03)) pair.drift = 0
  pair.price *= 1 + pair.drift * chance.next() + 0.001 * (chance.next() - 0.5)
  const fills = pair.drift === 0 ? chance.below(3) : chance.below(60)
  pair.count += fills
  pair.volume += fills * 40 * chance.next()
  return pair
}

const tickerOf = ({ symbol, price, volume, count }: DrawnPair, at: number, chance: Chance): RawRow => ({
  type: 'tick',
  symbol,
  at: at - chance.below(900),
  last: price,
  quoteVolume: volume,
  baseVolume: volume / price,
  lastTrade: count,
  bid: price * 0.999,
  ask: price * 1.001,
})

const strangerAt = (at: number, chance: Chance): RawRow => ({
  type: 'tick',
  symbol: chance.has(0.5) ? chance.of(oddTexts) : `X${chance.below(1e6)}`,
  base: chance.of(oddTexts),
  quote: chance.of([...oddTexts, 'BTC', 'USDT']),
  at,
  last: chance.of(oddNumbers),
  quoteVolume: chance.of(oddNumbers),
})

function tradeOf(pair: DrawnPair, at: number, chance: Chance): RawRow {
  pair.tradedAt = Math.max(pair.tradedAt + chance.below(700), at - 5000)
  return {
    type: 'trade',
    symbol: pair.symbol,
    price: pair.price * (1 + 0.004 * (chance.next() - 0.5)),
    amount: (100 * chance.next()) / pair.price,
    side: chance.has(0.6) ? 'buy' : 'sell',
    at: chance.has(0.02) ? at + chance.of(jumpsMs) : pair.tradedAt,
    ...(chance.has(0.5) && { id: String(pair.tradedAt) }),
  }
}
