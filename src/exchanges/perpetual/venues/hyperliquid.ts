import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { firstOf, lookup, path } from '../../wire/wire-field.ts'
import { isMeta, isSpot, namesByPlace, readListing, sidesOf } from '../listings/hyperliquid.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import { kiloMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// Hyperliquid: https://hyperliquid.gitbook.io/hyperliquid-docs. Everything is one POST to /info. Its own contracts are
// named by the coin (BTC, kPEPE); anybody's (HIP-3) by the exchange as well (xyz:TSLA). A slash or an @ is spot.

/** The impact prices are those of an order of some thousand dollars: a little outside of the best bid and ask. */
const tick = mapContractTick({
  symbol: firstOf('coin', 'name'),
  // No last price is told; the middle of the book stands for it, and is null where that is empty.
  last: 'midPx',
  open: 'prevDayPx',
  baseVolume: 'dayBaseVlm',
  quoteVolume: 'dayNtlVlm',
  bid: path('impactPxs', 0),
  ask: path('impactPxs', 1),
})
const derivative = mapDerivative({
  symbol: firstOf('coin', 'name'),
  mark: 'markPx',
  index: 'oraclePx',
  fundingRate: firstOf('funding', 'fundingRate'),
  // Paid every hour, and the rate is per hour.
  intervalH: () => 1,
  openInterest: 'openInterest',
  at: 'time',
})
const both = mapBoth(tick, derivative)
const trade = mapContractTrade({
  symbol: 'coin',
  id: 'tid',
  // The transaction, which is the taker's order; of orders over time it is zero.
  order: ({ hash }) => /^0x(?!0*$)(.+)$/.exec(text(hash) ?? '')?.[1],
  price: 'px',
  amount: 'sz',
  side: lookup('side', { B: 'buy', A: 'sell' }),
  at: 'time',
})

/** Contexts by their place in the list of names: what was listed since has none, and is counted by the gate. */
const readContexts = (names: readonly unknown[], contexts: readonly JsonObject[]): RawPerpetual[] =>
  contexts.flatMap((context, place) => {
    const name = names[place]
    return name === undefined ? tick(context) : both({ ...context, name })
  })

/** A price each by name: the middle of the book. */
function readMids(mids: JsonObject): RawPerpetual[] {
  return Object.entries(mids).flatMap(([coin, midPx]) => (isSpot(coin) ? [] : tick({ coin, midPx })))
}

/** One of the replies of /info that tell prices, told apart by their shape. */
const readInfo: PerpetualReader = (payload) => {
  if (Array.isArray(payload)) {
    const [meta, contexts] = payload as readonly unknown[]
    if (isMeta(meta) && Array.isArray(contexts))
      return readContexts(
        meta.universe.map(({ name }) => name),
        contexts as readonly JsonObject[],
      )
    return mapEntries(payload, (entry) => (typeof entry === 'object' ? both(entry) : rejectPayload()))
  }
  if (isMeta(payload)) return payload.universe.flatMap((entry) => both(entry))
  const entry = payload as JsonObject
  return 'markPx' in entry ? both(entry) : readMids(entry)
}

/** predictedFundings: lists of `[coin, [[venue, funding]…]]`; else the past rates of one coin. */
const readFunding: PerpetualReader = (payload, at) => {
  if (!Array.isArray(payload) || !Array.isArray(payload[0])) return readInfo(payload, at)
  return (payload as readonly (readonly [unknown, readonly (readonly [unknown, JsonObject])[]])[]).flatMap(
    ([coin, venues]) =>
      venues.flatMap(([venue, funding]) =>
        venue === 'HlPerp'
          ? { ...derivative({ ...funding, coin }), nextFundingAt: funding.nextFundingTime }
          : [],
      ),
  )
}

const kindOf = kindByTopic<PerpetualKind>('channel', {
  allMids: 'ws.ticker',
  trades: 'ws.trades',
  // All that is told of each contract of one exchange, or of every exchange, its price as well.
  assetCtxs: 'ws.ticker',
  allDexsAssetCtxs: 'ws.ticker',
  activeAssetCtx: 'ws.derivatives',
})

const data = (payload: unknown, ...kinds: readonly (PerpetualKind | null)[]): JsonObject =>
  kinds.includes(kindOf(payload)) ? ((payload as JsonObject).data as JsonObject) : rejectPayload()

const readStreamTerms: PerpetualReader = (payload, _at, _requested, contracts) => {
  const { coin, ctx, ctxs, dex = '' } = data(payload, 'ws.derivatives', 'ws.ticker')
  if (ctx !== undefined) return isSpot(coin) ? [] : both({ ...(ctx as JsonObject), coin })
  const lists = ctxs as readonly (readonly [string, readonly JsonObject[]])[]
  const ofOne = !Array.isArray(lists[0])
  const all = ofOne ? [[String(dex), ctxs as readonly JsonObject[]] as const] : lists
  const names = namesByPlace(contracts)
  // Without a list, nobody knows whose they are.
  if (names.size === 0) return all.flatMap(([, contexts]) => contexts.map((context) => derivative(context)))
  return all.flatMap(([exchange, contexts]) => readContexts(names.get(exchange) ?? [], contexts))
}

/** The middles of all books, or contexts. */
const readStreamTicker: PerpetualReader = (payload, ...context) => {
  const { mids } = data(payload, 'ws.ticker', 'ws.derivatives')
  return mids === undefined ? readStreamTerms(payload, ...context) : readMids(mids as JsonObject)
}

const publicTrade: MakeRows = (entry) => (isSpot(entry.coin) ? null : trade(entry))

export const hyperliquidPerpetual: PerpetualMarket = {
  venue: 'hyperliquid',
  sidesOf,
  nameOf: kiloMultiplier,
  kindOf,
  requestedSymbol(url) {
    const coin = /#.*\bcoin=([^&]+)/.exec(url)?.[1]
    return coin === undefined ? undefined : decodeURIComponent(coin)
  },
  readers: {
    'rest.symbols': readListing,
    'rest.tickers': readInfo,
    'rest.ticker': readInfo,
    'rest.derivatives': readInfo,
    'rest.mark': readInfo,
    'rest.index': readInfo,
    'rest.open-interest': readInfo,
    'rest.funding': readFunding,
    'rest.trades': (payload) => mapEntries(payload, publicTrade),
    'ws.ticker': readStreamTicker,
    'ws.trades': (payload) => mapEntries(data(payload, 'ws.trades'), publicTrade),
    'ws.derivatives': readStreamTerms,
    'ws.mark': readStreamTerms,
    'ws.index': readStreamTerms,
    'ws.funding': readStreamTerms,
    'ws.open-interest': readStreamTerms,
  },
}
