import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows, within } from './wire/fields.ts'
import { bitgetOfficial } from './official/venues/bitget.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'
import { hasData, only, topics } from './wire/topics.ts'

// Bitget spot, API v2: https://www.bitget.com/api-doc/spot/intro. The retired v1 streams call
// their instruments `sp`, the unified v3 ones name a `topic`: neither is read.

const rest = 'https://api.bitget.com/api/v2/spot'

const figures = 'last:lastPr high:high24h low:low24h baseVolume quoteVolume bid:bidPr ask:askPr at:ts'
const restTick = renamed('tick', `symbol open ${figures}`)
const streamTick = renamed('tick', `symbol:instId open:open24h ${figures}`)
const trade = renamed('trade', 'symbol id:tradeId price amount:size side at:ts')
const listing = listings('symbol base:baseCoin quote:quoteCoin state:status', {
  online: 'trading',
  halt: 'halted',
  offline: 'delisted',
  gray: 'prelisting',
})

const isSpot = (message: Fields) => hasData(message) && within(message, 'arg', 'instType') === 'SPOT'
/** Futures share the streams. */
const heard = topics('arg.channel', { ticker: 'ws.ticker', trade: 'ws.trades' }, isSpot)

export const bitgetSite = createSite({
  id: 'bitget',
  name: 'Bitget',
  hosts: ['https://api.bitget.com/*'],
  page: 'https://www.bitget.com/{locale}spot/{base}{quote}',
  ja: 'ja/',
  quotes: ['USDT', 'USDC', 'USD1', 'EUR', 'BRL', 'BTC', 'ETH', 'BGB'],
  // Older links end in the v1 name of spot.
  also: ['https://www.bitget.com/{locale}spot/{base}{quote}_SPBL'],
})

export const bitget = createExchange(bitgetSite, () => ({
  budget: { weight: 20, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/public/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/market/fills?limit=500&symbol={symbol}`, 2),
    stream: {
      url: 'wss://ws.bitget.com/v2/ws/public',
      heartbeat: { ping: { frame: 'ping', everyMs: 25_000 } },
    },
    frame: (op, symbols) => ({
      op,
      args: symbols.map((instId) => ({ instType: 'SPOT', channel: 'trade', instId })),
    }),
  },
  official: bitgetOfficial,
  kindOf: heard,
  refusal: codeOtherThan('00000'),
  readers: {
    'rest.tickers': rows('data', restTick),
    'ws.ticker': only(heard, 'ws.ticker', rows('data', streamTick)),
    'rest.trades': rows('data', trade),
    'ws.trades': only(heard, 'ws.trades', (p) =>
      each(within(p, 'data'), (r) => trade(r, { symbol: within(p, 'arg', 'instId') })),
    ),
    'rest.symbols': rows('data', listing),
  },
}))
