import { iso } from '../../wire/decoders.ts'
import type { JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { listAt, rejectPayload } from '../../wire/list-reader.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import {
  name,
  isOurs,
  tick,
  derivative,
  funding,
  pastFunding,
  match,
  advancedTrade,
  contract,
} from './coinbase-rows.ts'

// Coinbase International Exchange (BTC-PERP): https://docs.cdp.coinbase.com/international-exchange, and its contracts
// at Coinbase Advanced (BTC-PERP-INTX), whose paths they share with spot and with the dated futures of the United
// States (BIP-20DEC30-CDE ends in 2030). Amounts are in the base, everything is settled in USDC.

/** Entries of another type, or of a symbol that is none of ours, do not concern us. */
const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) => {
    const symbol = entry.product_id ?? entry.symbol
    return symbol === undefined || isOurs(symbol) ? make(entry, message) : null
  }

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const { products, results, trades } = payload as JsonObject
    return mapEntries(products ?? results ?? trades ?? payload, ifOurs(make))
  }

// LEVEL1 is the best bid and ask alone.
const kindOf = kindByTopic<PerpetualKind>('channel', {
  MATCH: 'ws.trades',
  RISK: 'ws.derivatives',
  FUNDING: 'ws.funding',
  INSTRUMENTS: 'ws.symbols',
  ticker: 'ws.ticker',
  ticker_batch: 'ws.ticker',
  market_trades: 'ws.trades',
})
const stream =
  (kind: PerpetualKind, make: MakeRows, events?: readonly [list: string, make: MakeRows]): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { events: batches, timestamp } = payload as JsonObject
    if (batches === undefined || !events) return mapEntries(payload, ifOurs(make))
    return mapEntries(listAt(payload, `events.*.${events[0]}`), ifOurs(events[1]), {
      at: iso('at')({ at: timestamp }),
    })
  }

const both = mapBoth(tick, derivative)

/** Trades of Advanced, by the symbols of the international exchange where these are listed. */
const byListedName =
  (reader: PerpetualReader): PerpetualReader =>
  (payload, at, requested, contracts) =>
    [...reader(payload, at, requested, contracts)].map((row) => {
      const short = 'symbol' in row ? wordOf(row.symbol).replace(/-INTX$/, '') : ''
      return contracts?.has(short) ? { ...row, symbol: short } : row
    })

export const coinbasePerpetual: PerpetualMarket = {
  venue: 'coinbase',
  sidesOf(symbol) {
    const base = name.exec(symbol)?.[1]
    return base === undefined ? null : { base, quote: 'USDC' }
  },
  nameOf: leadingMultiplier,
  refusal(payload) {
    const { message, title, id, instrument_id, error: code, status } = payload as JsonObject
    const said = message ?? title
    return typeof said === 'string' && id === undefined && instrument_id === undefined
      ? { message: said, code: code ?? status }
      : null
  },
  kindOf,
  requestedSymbol: (url) => /\/products\/([^/?]+)-INTX\//.exec(url)?.[1],
  readers: {
    'rest.tickers': rest(both),
    'rest.ticker': rest(both),
    'rest.derivatives': rest(both),
    'rest.mark': rest(both),
    'rest.index': rest(both),
    'rest.open-interest': rest(both),
    'rest.funding': rest((entry, message) =>
      entry.event_time === undefined ? both(entry, message) : pastFunding(entry, message),
    ),
    'rest.trades': byListedName(
      rest((entry, message) => (entry.match_id === undefined ? advancedTrade : match)(entry, message)),
    ),
    'rest.symbols': rest((entry) => (isOurs(entry.product_id ?? entry.symbol) ? contract(entry) : null)),
    'ws.symbols': stream('ws.symbols', contract),
    'ws.ticker': stream('ws.ticker', both, ['tickers', both]),
    'ws.trades': byListedName(stream('ws.trades', match, ['trades', advancedTrade])),
    'ws.derivatives': stream('ws.derivatives', derivative),
    'ws.mark': stream('ws.derivatives', derivative),
    'ws.index': stream('ws.derivatives', derivative),
    'ws.funding': stream('ws.funding', funding),
  },
}
