import { text } from '../../validate/text-values.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import type { Sides } from '../../wire/sides.ts'
import { firstOf, inTable, lookup } from '../../wire/wire-field.ts'
import { mapContract } from '../map-perpetual.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// What Binance calls and lists as a contract.

const joined = /^(.+?)(USDT|USDC|USD1|BUSD|FDUSD|BTC|ETH|BNB)$/
const coinMargined = /^(.+)(USD)_PERP$/

/** Of BTCUSDT, and of BTCUSD_PERP, which is coin-margined. */
export function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = coinMargined.exec(symbol) ?? joined.exec(symbol) ?? []
  return base && quote && !base.includes('_') ? { base, quote } : null
}

/** `BTCUSDT_261225`, `BTCUSD_261225`. */
export const isDated = (symbol: unknown) => typeof symbol === 'string' && /_\d{6}$/.test(symbol)

/** Whether a stream's entry is of a coin-margined contract: until 2026-06-30 only the name told. */
export const isCoinMargined = ({ st, s }: JsonObject) =>
  st === undefined ? coinMargined.test(text(s) ?? '') : st === 2
const states = {
  TRADING: 'trading',
  PENDING_TRADING: 'prelisting',
  PRE_SETTLE: 'halted',
  SETTLING: 'halted',
  PRE_DELIVERING: 'halted',
  DELIVERING: 'halted',
  DELIVERED: 'delisted',
  CLOSE: 'delisted',
} as const
const classes = { COIN: 'crypto', INDEX: 'index', PREMARKET: 'pre-market', undefined: 'crypto' } as const
/** TRADIFI_PERPETUAL is one too, PERPETUAL_DELIVERING, which ends, and one that has ended, without a type. */
export const isPerpetual = (type: unknown) => type === '' || (text(type) ?? '').includes('PERPETUAL')

/** Of the filter that holds an order's price near the mark: a buy below `multiplierUp`, a sale above `multiplierDown`. */
const percentPrice =
  (bound: string) =>
  ({ filters }: JsonObject) =>
    (asList(filters ?? []) as readonly JsonObject[]).find(
      ({ filterType }) => filterType === 'PERCENT_PRICE',
    )?.[bound]

const contract = mapContract({
  symbol: 'symbol',
  base: 'baseAsset',
  quote: 'quoteAsset',
  settle: 'marginAsset',
  margin: (entry) => (entry.marginAsset === entry.baseAsset ? 'inverse' : 'linear'),
  contractSize: (entry) => entry.contractSize ?? 1,
  state: lookup(firstOf('status', 'contractStatus'), states),
  class: (entry) => inTable(entry.underlyingType, classes) ?? 'traditional',
  // Of a perpetual that does not end it is in the year 2100, which is no time of a market.
  delistingAt: 'deliveryDate',
  upperBand: percentPrice('multiplierUp'),
  lowerBand: percentPrice('multiplierDown'),
})

/** A contract of `!contractInfo`, which names neither base nor quote. */
export const changedContract = mapContract({
  symbol: 's',
  contractSize: () => 1,
  state: lookup('cs', states),
  delistingAt: 'dt',
})

/** The contracts of exchangeInfo. */
export function readListing(payload: unknown): RawPerpetual[] {
  const list = (payload as JsonObject).symbols as readonly JsonObject[]
  return list.flatMap((entry) => (isPerpetual(entry.contractType) ? contract(entry) : []))
}
