import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, listed, rows } from './wire/fields.ts'
import { htxOfficial } from './official/venues/htx.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'

// HTX (once Huobi) spot: https://www.htx.com/en-us/opend/newApiPages/. Figures are JSON numbers.

const rest = 'https://api.huobi.pro'

// `amount` is the volume in base, `vol` the turnover in quote. The best of a book is a price in one path and a pair
// of price and size in the other.
const figures = renamed('tick', 'last:close open high low baseVolume:amount quoteVolume:vol count')
// `id` is beyond 2^53; `tradeId` is the one to go by.
const execution = renamed('trade', 'id:tradeId|trade-id price amount side:direction at:ts')
// The short names are those of the settings paths.
const listing = listings('symbol base:upper(base-currency|bc) quote:upper(quote-currency|qc) state', {
  online: 'trading',
  offline: 'delisted',
  suspend: 'halted',
  fuse: 'halted',
  'transfer-board': 'halted',
  'pre-online': 'prelisting',
  'not-online': 'prelisting',
})
const best = (side: unknown) => listed(side)[0]

/** `market.btcusdt.detail` names its pair. */
const symbolOf = (channel: unknown) => /^market\.([^.]+)\.\w/.exec(String(channel))?.[1]

/** All pairs lie under `data`; one pair's figures under `tick`, its symbol in the channel. */
function ticks(payload: unknown) {
  const { data, tick, ch, ts } = payload as Fields
  return each(data ?? listed(tick), (r) =>
    figures(r, { symbol: r.symbol ?? symbolOf(ch), bid: best(r.bid), ask: best(r.ask), at: ts }),
  )
}

/** Each batch of matches holds its trades. */
function trades(payload: unknown) {
  const { data, tick, ch } = payload as Fields
  const batches = (data ?? listed(tick)) as readonly Fields[]
  return each(
    batches.flatMap((batch) => batch.data),
    (r) => execution(r, { symbol: symbolOf(ch) }),
  )
}

const codeRefusal = codeOtherThan(200, 'code', 'message')

const socket = {
  url: 'wss://api.huobi.pro/ws',
  framing: 'gzip',
  heartbeat: {
    answer(message: unknown) {
      const ping = (message as Fields | null)?.ping
      return ping === undefined ? null : { pong: ping }
    },
  },
} as const

export const htxSite = createSite({
  id: 'htx',
  name: 'HTX',
  hosts: ['https://api.huobi.pro/*'],
  page: 'https://www.htx.com/{locale}trade/{base}_{quote}',
  en: 'en-us/',
  ja: 'ja-jp/',
  lower: true,
  ownHosts: ['www.htx.com', 'status.huobigroup.com'],
})

export const htx = createExchange(htxSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/v1/common/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers`), everyMs: 5000 },
  // Not documented, but the venue's clients use it.
  stream: { ...socket, handshake: { frames: [{ sub: 'market.tickers', id: '1' }] } },
  trades: {
    backfill: tradesForPair(`${rest}/market/history/trade?size=2000&symbol={symbol}`),
    stream: socket,
    limits: { maxPairsPerFrame: 1 },
    words: ['sub', 'unsub'],
    frame: (word, [symbol], id) => ({ [word]: `market.${symbol}.trade.detail`, id: String(id) }),
  },
  official: htxOfficial,
  kindOf: topics('ch', {
    'market.tickers': 'ws.ticker',
    'market.*.detail': 'ws.ticker',
    'market.*.trade.detail': 'ws.trades',
  }),
  refusal(payload) {
    const { status, 'err-msg': message } = payload as Fields
    return status === 'error' ? { message } : codeRefusal(payload)
  },
  readers: {
    'rest.tickers': ticks,
    'ws.ticker': ticks,
    'rest.trades': trades,
    'ws.trades': trades,
    'rest.symbols': rows('data', listing),
  },
}))
