import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, strange, within } from './fields.ts'
import type { RawRow } from './gate.ts'
import { movable } from './movable.ts'
import { codeOtherThan } from './refusal.ts'
import { listings, renamed } from './renamed.ts'
import { source } from './official/source.ts'
import { announcements } from './statement.ts'
import { tradingPage } from './trading-page.ts'

// Bitget spot, API v2: https://www.bitget.com/api-doc/spot/intro. The retired v1 streams call
// their instruments `sp`, the unified v3 ones name a `topic`: neither is read.

const rest = 'https://api.bitget.com/api/v2'

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
const announcement = announcements('title:annTitle url:annUrl begin:cTime kind:annType')

const asset = (r: Fields): RawRow => ({
  type: 'asset',
  asset: r.coin,
  deposit: movable(r.chains, 'rechargeable', 'true', 'false'),
  withdrawal: movable(r.chains, 'withdrawable', 'true', 'false'),
})

/** What a message is about, if it is one of the spot streams. */
function spotArg(message: unknown): Fields | null {
  const { arg, data } = (message ?? {}) as Fields
  return Array.isArray(data) && (arg as Fields | null | undefined)?.instType === 'SPOT'
    ? (arg as Fields)
    : null
}

function ofChannel(
  payload: unknown,
  channel: string,
  make: (r: Fields, arg: Fields) => RawRow,
): Iterable<RawRow> {
  const arg = spotArg(payload)
  return arg?.channel === channel ? each(within(payload, 'data'), (r) => make(r, arg)) : strange()
}

const args = (symbols: readonly string[]) =>
  symbols.map((instId) => ({ instType: 'SPOT', channel: 'trade', instId }))

const quotes = ['USDT', 'USDC', 'USD1', 'EUR', 'BRL', 'BTC', 'ETH', 'BGB'] as const

export const bitgetSite: Site = {
  id: 'bitget',
  name: 'Bitget',
  hosts: ['https://api.bitget.com/*'],
  pages: ['https://www.bitget.com/*'],
  quotes,
  // Older links end in the v1 name of spot.
  ...tradingPage('https://www.bitget.com/{locale}spot/{base}{quote}', {
    ja: 'ja/',
    quotes,
    also: ['https://www.bitget.com/{locale}spot/{base}{quote}_SPBL'],
  }),
}

export const bitget = exchangeAt(bitgetSite, () => ({
  budget: { weight: 20, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/spot/public/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/spot/market/tickers`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/spot/market/fills?limit=500&symbol=`, 2),
    history: () => null,
    stream: {
      url: 'wss://ws.bitget.com/v2/ws/public',
      hello: [],
      beat: { frame: 'ping', everyMs: 25_000 },
    },
    subscribe: (symbols) => ({ op: 'subscribe', args: args(symbols) }),
    unsubscribe: (symbols) => ({ op: 'unsubscribe', args: args(symbols) }),
  },
  official: [
    // The path is misspelt at the venue.
    source(get('rest.announcements', `${rest}/public/annoucements?language=en_US`)),
    source(get('rest.currencies', `${rest}/spot/public/coins`, 7)),
  ],
  kindOf(message) {
    const channel = spotArg(message)?.channel
    return channel === 'ticker' ? 'ws.ticker' : channel === 'trade' ? 'ws.trades' : null
  },
  refusal: codeOtherThan('00000'),
  readers: {
    'rest.tickers': (p) => each(within(p, 'data'), restTick),
    'rest.ticker': (p) => each(within(p, 'data'), restTick),
    'ws.ticker': (p) => ofChannel(p, 'ticker', (r) => streamTick(r)),
    'rest.trades': (p) => each(within(p, 'data'), trade),
    'ws.trades': (p) => ofChannel(p, 'trade', (r, arg) => trade(r, { symbol: arg.instId })),
    'rest.symbols': (p) => each(within(p, 'data'), listing),
    'rest.announcements': (p, at) => each(within(p, 'data'), (r) => announcement(r, at)),
    'rest.currencies': (p) => each(within(p, 'data'), asset),
  },
}))
