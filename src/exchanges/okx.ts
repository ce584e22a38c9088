import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { type Fields, rows } from './wire/fields.ts'
import { okxOfficial } from './official/venues/okx.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { baseFirst, isOther } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { hasData, topics } from './wire/topics.ts'

// OKX spot, API v5: https://www.okx.com/docs-v5/en/

const rest = 'https://www.okx.com/api/v5'

const tick = renamed(
  'tick',
  'symbol:instId last open:open24h high:high24h low:low24h baseVolume:vol24h quoteVolume:volCcy24h ' +
    'bid:bidPx ask:askPx at:ts',
)
// `count` is how many fills the venue merged into the row.
const trade = renamed('trade', 'symbol:instId id:tradeId price:px amount:sz side at:ts fills:count')
const listing = listings('symbol:instId base:baseCcy quote:quoteCcy state', {
  live: 'trading',
  suspend: 'halted',
  preopen: 'prelisting',
})

const ifSpot =
  <T>(make: (r: Fields) => T) =>
  (r: Fields) =>
    (r.instType ?? 'SPOT') === 'SPOT' ? make(r) : null
/** Trades do not name the kind of instrument, but only spot ids have two parts. */
const spotTrade = (r: Fields) => (isOther(r.instId, '-') ? null : trade(r))

export const okxSite = createSite({
  id: 'okx',
  name: 'OKX',
  hosts: ['https://www.okx.com/*'],
  page: 'https://www.okx.com/{locale}trade-spot/{base}-{quote}',
  ja: 'ja/',
  lower: true,
})

export const okx = createExchange(okxSite, () => ({
  budget: { weight: 20, perMs: 2000 },
  symbols: get('rest.symbols', `${rest}/public/instruments?instType=SPOT`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers?instType=SPOT`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/market/trades?limit=500&instId={symbol}`),
    stream: {
      url: 'wss://ws.okx.com:8443/ws/v5/public',
      heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } },
    },
    frame: (op, symbols) => ({ op, args: symbols.map((instId) => ({ channel: 'trades', instId })) }),
  },
  official: okxOfficial,
  kindOf: topics('arg.channel', { tickers: 'ws.ticker', trades: 'ws.trades', status: 'ws.status' }, hasData),
  refusal: codeOtherThan('0'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': rows('data', ifSpot(tick)),
    'ws.ticker': rows('data', ifSpot(tick)),
    'rest.trades': rows('data', spotTrade),
    'ws.trades': rows('data', spotTrade),
    'rest.symbols': rows('data', ifSpot(listing)),
  },
}))
