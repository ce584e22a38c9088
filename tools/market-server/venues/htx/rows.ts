import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'

/** Statistics of one pair, all numbers: `amount` is the volume in base, `vol` the turnover in quote. */
export function statsRow(venueMarket: VenueMarket, listing: Listing) {
  const { open, high, low, last: close, base: amount, quote: vol, count } = venueMarket.stats24h(listing)
  return { open, high, low, close, amount, vol, count }
}

/** Best bid and ask as `/market/tickers` writes them. */
export function bestRow(venueMarket: VenueMarket, listing: Listing) {
  const { bids, asks } = venueMarket.book(listing, 1)
  const [bid, ask] = [bids[0], asks[0]]
  return { bid: bid?.price ?? 0, bidSize: bid?.amount ?? 0, ask: ask?.price ?? 0, askSize: ask?.amount ?? 0 }
}

/** One match with its trades, newest first. The trade id has one name in REST and another in the stream. */
export interface Match {
  readonly id: number
  readonly ts: number
  readonly data: readonly object[]
}

/** Trades (oldest first) as matches, one for each taker order, newest first. `id` exceeds 2^53 on purpose. */
export const matchesOf = (venueTrades: readonly VenueTrade[], idName: 'trade-id' | 'tradeId'): Match[] =>
  matchesWith(venueTrades, ({ id, at, amount, price, side }, match) => ({
    id: match * 1e15 + id,
    ts: at,
    [idName]: 102_000_000_000 + id,
    amount,
    price,
    direction: side,
  }))

/** The same with rows of another market. @param rowOf a trade, and the id of its match */
export function matchesWith(
  venueTrades: readonly VenueTrade[],
  rowOf: (venueTrade: VenueTrade, match: number) => object,
): Match[] {
  const matches: { order: number; id: number; ts: number; data: object[] }[] = []
  for (const venueTrade of venueTrades) {
    const { order, at } = venueTrade
    const match = 136_000_000_000 + order
    const row = rowOf(venueTrade, match)
    const newest = matches.at(-1)
    if (newest?.order === order) newest.data.unshift(row)
    else matches.push({ order, id: match, ts: at, data: [row] })
  }
  return matches.toReversed().map(({ id, ts, data }) => ({ id, ts, data }))
}

const states = {
  TRADING: 'online',
  HALT: 'suspend',
  BREAK: 'suspend',
  CANCEL_ONLY: 'suspend',
} satisfies Record<Status, string>

/** An entry of `GET /v1/common/symbols`. */
export const symbolRow = (venueMarket: VenueMarket, listing: Listing) => ({
  'base-currency': listing.base.toLowerCase(),
  'quote-currency': listing.quote.toLowerCase(),
  'price-precision': listing.decimals,
  'amount-precision': 8,
  'symbol-partition': 'main',
  symbol: listing.symbol,
  state: states[venueMarket.status(listing)],
  'value-precision': 8,
  'min-order-amt': 0.0001,
  'max-order-amt': 1_000_000,
  'min-order-value': 0.0001,
  'api-trading': 'enabled',
  tags: '',
})

/** An entry of `GET /v2/reference/currencies`. */
export function currencyRow(venueMarket: VenueMarket, asset: string) {
  const { deposit, withdrawal } = venueMarket.official.transfers(asset)
  const label = (open: boolean): string => (open ? 'allowed' : 'prohibited')
  const name = asset.toLowerCase()
  const chain = { chain: name, displayName: asset, isDynamic: false, numOfConfirmations: 12 }
  return {
    chains: [{ ...chain, depositStatus: label(deposit), withdrawStatus: label(withdrawal) }],
    currency: name,
    instStatus: 'normal',
  }
}

/** `GET /v2/market-status`: 1 normal, 2 halted; reason 2 is an emergency. */
export function marketStatus(venueMarket: VenueMarket) {
  const span = venueMarket.official.maintenance().find(({ state }) => state === 'ongoing')
  if (!span) return { marketStatus: 1 }
  const { from: haltStartTime, until: haltEndTime } = span
  return { marketStatus: 2, haltStartTime, haltEndTime, haltReason: 2, affectedSymbols: 'all' }
}
