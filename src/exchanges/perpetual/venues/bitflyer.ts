import { bitflyerRefusal } from '../../wire/bitflyer-wire.ts'
import { iso } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { sideOf } from '../../wire/taker.ts'
import { path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// bitFlyer Crypto CFD, which has the product code of Lightning FX: https://lightning.bitflyer.com/docs. Amounts are
// bitcoins. Spot has the same paths and channels.

const name = /^FX_([A-Z0-9]+)_(JPY)$/
const isOurs = (symbol: unknown) => name.test(wordOf(symbol))

const tick = mapContractTick({
  symbol: 'product_code',
  last: 'ltp',
  // `volume` counts related products too.
  baseVolume: 'volume_by_product',
  bid: 'best_bid',
  ask: 'best_ask',
  at: iso('timestamp'),
})
const trade = mapContractTrade({
  symbol: 'product_code',
  id: 'id',
  // The taker's order is that of the execution's side.
  order: (entry) =>
    sideOf(entry.side) === 'buy' ? entry.buy_child_order_acceptance_id : entry.sell_child_order_acceptance_id,
  price: 'price',
  amount: 'size',
  side: 'side',
  at: iso('exec_date'),
})
const funding = mapDerivative({
  symbol: 'product_code',
  fundingRate: 'current_funding_rate',
  // At 6:00, 14:00 and 22:00 in Japan, as clients see; documented is the next time alone.
  intervalH: () => 8,
  nextFundingAt: iso('next_funding_rate_settledate'),
})
const contract = mapContract({
  symbol: 'product_code',
  base: ({ product_code }) => name.exec(wordOf(product_code))?.[1],
  quote: ({ product_code }) => name.exec(wordOf(product_code))?.[2],
  contractSize: () => 1,
  state: () => 'trading',
})

/** The entries that name no other product than one of ours. */
const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) =>
    mapEntries(payload, (entry) =>
      entry.product_code === undefined || isOurs(entry.product_code) ? make(entry) : null,
    )

const channel = path('params', 'channel')
const channels: Readonly<Record<string, PerpetualKind>> = { ticker: 'ws.ticker', executions: 'ws.trades' }
const partsOf = (message: unknown) =>
  /^lightning_([a-z]+)_(.+)$/.exec(wordOf(channel(message as JsonObject))) ?? []

const kindOf = (message: unknown): PerpetualKind | null => {
  if (typeof message !== 'object' || message === null) return null
  const [, topic = '', symbol] = partsOf(message)
  return isOurs(symbol) && Object.hasOwn(channels, topic) ? (channels[topic] ?? null) : null
}

const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    const [, topic = '', symbol] = partsOf(payload)
    if (!Object.hasOwn(channels, topic) || channels[topic] !== kind) rejectPayload()
    return isOurs(symbol) ? mapEntries(valueAt(payload, 'params', 'message'), make, { symbol }) : []
  }

export const bitflyerPerpetual: PerpetualMarket = {
  venue: 'bitflyer',
  sidesOf(symbol) {
    const [, base, quote] = name.exec(symbol) ?? []
    return base && quote ? { base, quote } : null
  },
  nameOf: (base) => ({ base, multiplier: 1 }),
  refusal: bitflyerRefusal,
  kindOf,
  readers: {
    'rest.tickers': rest(tick),
    'rest.ticker': rest(tick),
    'ws.ticker': stream('ws.ticker', tick),
    'rest.trades': rest(trade),
    'ws.trades': stream('ws.trades', trade),
    'rest.funding': rest(funding),
    'rest.symbols': rest((entry) => (entry.product_code === undefined ? null : contract(entry))),
  },
}
