import { number } from '../../validate/values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { firstOf, path } from '../../wire/wire-field.ts'
import { contract, contractsOn, isSwap, sidesOf } from '../listings/okx.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapContractTick, mapContractTrade, mapDerivative, mapLiquidation } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// OKX perpetual swaps, API v5: https://www.okx.com/docs-v5/en/. Sizes are contracts; what ends in `Ccy` is coins.

const tick = mapContractTick({
  symbol: 'instId',
  last: 'last',
  open: 'open24h',
  high: 'high24h',
  low: 'low24h',
  baseVolume: 'volCcy24h',
  bid: 'bidPx',
  ask: 'askPx',
  at: 'ts',
})
const trade = mapContractTrade({
  symbol: 'instId',
  id: 'tradeId',
  price: 'px',
  contracts: 'sz',
  side: 'side',
  at: 'ts',
  fills: 'count',
})

/** Hours from the coming funding to the one after it. */
const intervalH = ({ fundingTime, nextFundingTime }: JsonObject) =>
  ((number(nextFundingTime) ?? Number.NaN) - (number(fundingTime) ?? Number.NaN)) / 3_600_000
const derivative = mapDerivative({
  symbol: 'instId',
  mark: 'markPx',
  index: 'idxPx',
  fundingRate: 'fundingRate',
  intervalH,
  // The coming funding is `fundingTime`; `nextFundingTime` is the one after it.
  nextFundingAt: 'fundingTime',
  cap: 'maxFundingRate',
  floor: 'minFundingRate',
  openInterest: 'oiCcy',
  contracts: 'oi',
  at: firstOf('ts', ({ realizedRate, fundingTime }) =>
    realizedRate === undefined ? undefined : fundingTime,
  ),
})
/** A row of open-interest-history: time, contracts, coins, dollars. */
const pastInterest = mapDerivative({ contracts: 1, openInterest: 2, at: 0 })
const liquidation = mapLiquidation({
  symbol: 'instId',
  side: 'side',
  // The venue tells the bankruptcy price, and at most one order per contract and second.
  price: 'bkPx',
  contracts: 'sz',
  at: 'ts',
})

const kindOf = kindByTopic<PerpetualKind>(
  path('arg', 'channel'),
  {
    tickers: 'ws.ticker',
    trades: 'ws.trades',
    'trades-all': 'ws.trades',
    'mark-price': 'ws.mark',
    'index-tickers': 'ws.index',
    'funding-rate': 'ws.funding',
    'open-interest': 'ws.open-interest',
    'liquidation-orders': 'ws.liquidations',
    instruments: 'ws.symbols',
  },
  ({ data }) => Array.isArray(data),
)

/** What other venues tell in one message comes on four channels. */
const termKinds: readonly PerpetualKind[] = ['ws.mark', 'ws.index', 'ws.funding', 'ws.open-interest']

/** Entries of a reply or of a message of that kind; a bare entry is one. */
const entries =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload, _at, requested) => {
    const { arg, data = payload } = payload as JsonObject
    const own = arg === undefined ? kind : kindOf(payload)
    if (own !== kind && !(kind === 'ws.derivatives' && own && termKinds.includes(own))) rejectPayload()
    return mapEntries(data, make, { symbol: requested })
  }

const ifSwap =
  (make: MakeRows): MakeRows =>
  (entry) => {
    // Retired formats call it otherwise.
    if (entry.instId === undefined) rejectPayload()
    return isSwap(entry.instId) ? make(entry) : null
  }
/** The symbol of an index is that of a spot pair. */
const terms: MakeRows = (entry, message) => {
  if (Array.isArray(entry)) return entry.length === 4 ? pastInterest(entry, message) : rejectPayload()
  return entry.idxPx !== undefined || isSwap(entry.instId) ? derivative(entry) : null
}
const liquidations = ifSwap(({ instId, details }) =>
  mapEntries(details, (detail) => liquidation({ ...detail, instId })),
)
const listing = ifSwap((entry) => (entry.state === 'test' ? null : contract(entry)))

export const okxPerpetual: PerpetualMarket = {
  venue: 'okx',
  sidesOf,
  nameOf: leadingMultiplier,
  contractsOn,
  refusal: refusalByCode('0'),
  kindOf,
  readers: {
    'rest.tickers': entries('rest.tickers', ifSwap(tick)),
    'rest.ticker': entries('rest.ticker', ifSwap(tick)),
    'ws.ticker': entries('ws.ticker', ifSwap(tick)),
    'rest.symbols': entries('rest.symbols', listing),
    'ws.symbols': entries('ws.symbols', listing),
    'rest.derivatives': entries('rest.derivatives', terms),
    'ws.derivatives': entries('ws.derivatives', terms),
    'rest.trades': entries('rest.trades', ifSwap(trade)),
    'ws.trades': entries('ws.trades', ifSwap(trade)),
    'rest.mark': entries('rest.mark', terms),
    'ws.mark': entries('ws.mark', terms),
    'rest.index': entries('rest.index', terms),
    'ws.index': entries('ws.index', terms),
    'rest.funding': entries('rest.funding', terms),
    'ws.funding': entries('ws.funding', terms),
    'rest.open-interest': entries('rest.open-interest', terms),
    'ws.open-interest': entries('ws.open-interest', terms),
    'rest.liquidations': entries('rest.liquidations', liquidations),
    'ws.liquidations': entries('ws.liquidations', liquidations),
  },
}
