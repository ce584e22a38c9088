import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Instrument } from '../market/instrument.ts'
import type { Fill, TakerOrder } from '../market/order.ts'

/** A recorded tape of one pair. */
export interface TradeFile {
  readonly instrument: Instrument
  /** Oldest first; fills of equal time and side are one taker order. */
  readonly orders: readonly TakerOrder[]
  /** The instant in the file's name (`COIN_2019-07-05_17.00.csv.gz`, UTC), ms; null where it has none. */
  readonly announced: number | null
}

const header = 'time_ms,side,price,amount'

/**
 * Reads `time_ms,side,price,amount` (side `B` or `S`, the taker's), plain or gzipped. `COIN_…` is COIN/BTC.
 *
 * @throws Error where the file is missing or has another header
 */
export function readTradeFile(path: string): TradeFile {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  if (!text.startsWith(header)) throw new Error(`${path}: expected the header ${header}`)
  const [, base = '', date, time] = /^([^_.]+)(?:_(\d{4}-\d\d-\d\d)_(\d\d\.\d\d))?/.exec(basename(path)) ?? []
  const symbol = `${base}BTC`
  const orders: TakerOrder[] = []
  let priceDecimals = 0
  let amountDecimals = 0
  for (const line of text.split('\n').slice(1)) {
    const [at, side, price, amount] = line.trim().split(',')
    if (!at || !price || !amount) continue
    priceDecimals = Math.max(priceDecimals, decimals(price))
    amountDecimals = Math.max(amountDecimals, decimals(amount))
    const fill: Fill = { price: Number(price), amount: Number(amount) }
    const taker = side === 'B' ? 'buy' : 'sell'
    const last = orders.at(-1)
    if (last?.at === Number(at) && last.side === taker) (last.fills as Fill[]).push(fill)
    else orders.push({ symbol, at: Number(at), side: taker, fills: [fill] })
  }
  const grid = { tick: 10 ** -priceDecimals, step: 10 ** -amountDecimals }
  const announced = date && time ? Date.parse(`${date}T${time.replace('.', ':')}Z`) : null
  return { instrument: { symbol, base, quote: 'BTC', ...grid, listedAt: 0, dead: false }, orders, announced }
}

/** Significant decimals: `0.00000290` has seven. */
const decimals = (text: string): number => text.split('.')[1]?.replace(/0+$/, '').length ?? 0
