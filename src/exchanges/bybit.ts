import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows, strange, within } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { bybitOfficial } from './official/venues/bybit.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'
import { only, topics } from './wire/topics.ts'

// Bybit spot, API v5: https://bybit-exchange.github.io/docs/v5/intro
// The same paths and topics carry derivatives: what shows that it is one is left out.

const rest = 'https://api.bybit.com/v5'

const tick = renamed(
  'tick',
  'symbol last:lastPrice open:prevPrice24h high:highPrice24h low:lowPrice24h ' +
    'baseVolume:volume24h quoteVolume:turnover24h bid:bid1Price ask:ask1Price',
)
const restTrade = renamed('trade', 'symbol id:execId price amount:size side at:time')
const streamTrade = renamed('trade', 'symbol:s id:i price:p amount:v side:S at:T')
// A halted spot pair is not in the list at all: its absence is the message.
const listing = listings('symbol base:baseCoin quote:quoteCoin state:status', {
  Trading: 'trading',
  PreLaunch: 'prelisting',
  Closed: 'delisted',
})

function* spot(payload: unknown, make: (r: Fields) => RawRow): Iterable<RawRow> {
  if (within(payload, 'result', 'category') === 'spot') yield* each(within(payload, 'result', 'list'), make)
}

/** Only spot messages are always snapshots, and only derivatives have a mark price. */
function streamTick(payload: unknown): RawRow[] {
  const { type, data, ts } = payload as { type: unknown; data: Fields; ts: unknown }
  if (type !== 'snapshot') strange()
  return 'markPrice' in data ? [] : [tick(data, { at: ts })]
}

const heard = topics('topic', {
  'tickers.*': 'ws.ticker',
  'publicTrade.*': 'ws.trades',
  'system.status': 'ws.status',
})

export const bybitSite = createSite({
  id: 'bybit',
  name: 'Bybit',
  hosts: ['https://api.bybit.com/*'],
  page: 'https://www.bybit.com/{locale}trade/spot/{base}/{quote}',
  en: 'en/',
  ja: 'ja-JP/',
  ownHosts: ['www.bybit.com', 'announcements.bybit.com'],
})

export const bybit = createExchange(bybitSite, () => ({
  budget: { weight: 600, perMs: 5000 },
  symbols: get('rest.symbols', `${rest}/market/instruments-info?category=spot`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers?category=spot`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/market/recent-trade?category=spot&limit=60&symbol={symbol}`),
    stream: {
      url: 'wss://stream.bybit.com/v5/public/spot',
      heartbeat: { ping: { frame: { op: 'ping' }, everyMs: 18_000 } },
    },
    limits: { maxPairsPerFrame: 10 },
    frame: (op, symbols) => ({ op, args: symbols.map((symbol) => `publicTrade.${symbol}`) }),
  },
  official: bybitOfficial,
  kindOf: heard,
  refusal: codeOtherThan(0, 'retCode', 'retMsg'),
  readers: {
    'rest.tickers': (p) => spot(p, (r) => tick(r, { at: within(p, 'time') })),
    'ws.ticker': only(heard, 'ws.ticker', streamTick),
    'rest.trades': (p) => spot(p, restTrade),
    // `L`, the tick's direction, is documented for perpetuals and futures alone.
    'ws.trades': only(
      heard,
      'ws.trades',
      rows('data', (r) => ('L' in r ? null : streamTrade(r))),
    ),
    'rest.symbols': (p) => spot(p, listing),
  },
}))
