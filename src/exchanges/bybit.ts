import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, strange, within } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { codeOtherThan } from './refusal.ts'
import { listings, renamed } from './renamed.ts'
import { flags, source } from './official/source.ts'
import { announcements, maintenance, pairCaution } from './statement.ts'
import { tradingPage } from './trading-page.ts'

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
const announcement = announcements('title url begin:dateTimestamp end:endDateTimestamp kind')

/** `product` 2 is spot: a maintenance of other products alone is not ours, nor one of the demo (`env` 2). */
const spotMaintenance = (r: Fields) =>
  (Array.isArray(r.product) && !r.product.includes(2)) || r.env === 2 ? null : maintenance(r)

/** Special treatment: the venue's own mark of a pair at risk. */
const caution = (r: Fields) => pairCaution(r.symbol, r.stTag === '1' ? 'ST' : null)

function* spot(payload: unknown, make: (r: Fields) => RawRow): Iterable<RawRow> {
  if (within(payload, 'result', 'category') === 'spot') yield* each(within(payload, 'result', 'list'), make)
}

const isTopic = (message: unknown, name: string) =>
  text((message as Fields | null)?.topic)?.startsWith(name) === true

/** Only spot messages are always snapshots, and only derivatives have a mark price. */
function streamTick(payload: unknown): RawRow[] {
  const { type, data, ts } = payload as { type: unknown; data: Fields; ts: unknown }
  if (!isTopic(payload, 'tickers.') || type !== 'snapshot') strange()
  return 'markPrice' in data ? [] : [tick(data, { at: ts })]
}

/** `L`, the tick's direction, is documented for perpetuals and futures alone. */
function streamTrades(payload: unknown): Iterable<RawRow> {
  if (!isTopic(payload, 'publicTrade.')) strange()
  return each(within(payload, 'data'), (r) => ('L' in r ? null : streamTrade(r)))
}

const args = (symbols: readonly string[]) => symbols.map((symbol) => `publicTrade.${symbol}`)

export const bybitSite: Site = {
  id: 'bybit',
  name: 'Bybit',
  hosts: ['https://api.bybit.com/*'],
  pages: ['https://www.bybit.com/*'],
  ...tradingPage('https://www.bybit.com/{locale}trade/spot/{base}/{quote}', { en: 'en/', ja: 'ja-JP/' }),
}

export const bybit = exchangeAt(bybitSite, () => ({
  budget: { weight: 600, perMs: 5000 },
  symbols: get('rest.symbols', `${rest}/market/instruments-info?category=spot`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers?category=spot`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/market/recent-trade?category=spot&limit=60&symbol=`),
    history: () => null,
    stream: {
      url: 'wss://stream.bybit.com/v5/public/spot',
      hello: [],
      beat: { frame: { op: 'ping' }, everyMs: 18_000 },
    },
    perFrame: 10,
    subscribe: (symbols) => ({ op: 'subscribe', args: args(symbols) }),
    unsubscribe: (symbols) => ({ op: 'unsubscribe', args: args(symbols) }),
  },
  official: [
    source(get('rest.status', `${rest}/system/status`)),
    source(get('rest.announcements', `${rest}/announcements/index?locale=en-US&limit=20`)),
    flags(get('rest.status', `${rest}/market/instruments-info?category=spot`)),
  ],
  kindOf(message) {
    if (isTopic(message, 'tickers.')) return 'ws.ticker'
    if (isTopic(message, 'publicTrade.')) return 'ws.trades'
    return isTopic(message, 'system.status') ? 'ws.status' : null
  },
  refusal: codeOtherThan(0, 'retCode', 'retMsg'),
  readers: {
    'rest.tickers': (p) => spot(p, (r) => tick(r, { at: within(p, 'time') })),
    'rest.ticker': (p) => spot(p, (r) => tick(r, { at: within(p, 'time') })),
    'ws.ticker': streamTick,
    'rest.trades': (p) => spot(p, restTrade),
    'ws.trades': streamTrades,
    'rest.symbols': (p) => spot(p, listing),
    'rest.status': (p) =>
      within(p, 'result', 'category') === 'spot'
        ? each(within(p, 'result', 'list'), caution)
        : each(within(p, 'result', 'list'), spotMaintenance),
    'ws.status': (p) => each(within(p, 'data'), spotMaintenance),
    'rest.announcements': (p, at) =>
      each(within(p, 'result', 'list'), (r) =>
        announcement({ ...r, kind: (r.type as Fields | undefined)?.key }, at),
      ),
  },
}))
