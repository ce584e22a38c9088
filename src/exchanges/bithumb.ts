import { get } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, strange, within } from './fields.ts'
import { number, type RawRow, time } from './gate.ts'
import { codeOtherThan } from './refusal.ts'
import { renamed } from './renamed.ts'
import { quoteFirst } from './sides.ts'
import { flags, source } from './official/source.ts'
import { announcements, pairCaution } from './statement.ts'
import { tradingPage } from './trading-page.ts'
import {
  upbitFrame,
  upbitKind,
  upbitListing,
  upbitRefusal,
  upbitStream,
  upbitTick,
  upbitTrade,
} from './upbit-wire.ts'
import { isoTime } from './wire-time.ts'

// Bithumb: https://apidocs.bithumb.com/. Its second API speaks Upbit's shapes but caps tickers at
// 200 pairs a call, so those come from the first, whose rows are keyed by the base alone.

const rest = 'https://api.bithumb.com'
const statusRefusal = codeOtherThan('0000', 'status', 'message')
const KST = '+09:00'
const nineHours = 32_400_000

const tick = renamed(
  'tick',
  'last:closing_price open:opening_price high:max_price low:min_price baseVolume:units_traded_24H ' +
    'quoteVolume:acc_trade_value_24H',
)
const oldTrade = renamed('trade', 'price amount:units_traded side:type')
const announcement = announcements('title url:pc_url begin kind:categories')

/** `ALL_KRW` was asked: the quote is KRW. Without the address nobody knows. */
const named = (base: string, asked: string | undefined) => {
  const quote = /_([A-Z]+)$/.exec(asked ?? '')?.[1]
  return quote ? { symbol: `${quote}-${base}` } : { symbol: base, base }
}

/** Once thousands were marked by a comma: such a body is not of today's API. */
const isOld = (r: Fields) => String(r.fluctate_24H).includes(',')

/** The second API's times are Korean time written as if it were UTC. */
const secondTick = (r: Fields) => upbitTick(r, { at: (number(r.trade_timestamp) ?? NaN) - nineHours })

function* firstTicks(payload: unknown, asked: string | undefined): Iterable<RawRow> {
  const { date, ...rows } = within(payload, 'data') as Record<string, Fields>
  if (Object.values(rows).some(isOld)) strange()
  for (const [base, r] of Object.entries(rows)) yield tick(r, { ...named(base, asked), at: date })
}

const oneTick = (r: Fields) => tick(r, { at: r.date, baseVolume: r.units_traded_24H ?? r.volume_1day })

function trades(payload: unknown): Iterable<RawRow> {
  return Array.isArray(payload)
    ? each(payload, upbitTrade)
    : each(within(payload, 'data'), (r) => oldTrade(r, { at: isoTime(r.transaction_date, KST) }))
}

/** One row a chain; an asset moves where one of them does. */
function* assets(payload: unknown): Iterable<RawRow> {
  const open = new Map<unknown, { deposit: boolean; withdrawal: boolean }>()
  for (const r of within(payload, 'data') as Iterable<Fields>) {
    const { deposit = false, withdrawal = false } = open.get(r.currency) ?? {}
    open.set(r.currency, {
      deposit: deposit || r.deposit_status === 1,
      withdrawal: withdrawal || r.withdrawal_status === 1,
    })
  }
  for (const [asset, flags] of open) yield { type: 'asset', asset, ...flags }
}

const caution = (r: Fields): RawRow | null =>
  pairCaution(r.market, `${String(r.warning_type)} ${String(r.warning_step)}`, {
    end: time(isoTime(r.end_date, KST)),
  })

export const bithumbSite: Site = {
  id: 'bithumb',
  name: 'Bithumb',
  hosts: ['https://api.bithumb.com/*'],
  pages: ['https://www.bithumb.com/*'],
  ...tradingPage('https://www.bithumb.com/react/trade/order/{base}-{quote}', {
    also: ['https://www.bithumb.com/{locale}react/trade/order/{base}_{quote}'],
  }),
}

export const bithumb = exchangeAt(bithumbSite, () => ({
  budget: { weight: 150, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/v1/market/all?isDetails=true`),
  tickers: {
    ...get('rest.tickers', `${rest}/public/ticker/ALL_KRW`),
    everyMs: 5000,
    also: [get('rest.tickers', `${rest}/public/ticker/ALL_BTC`)],
  },
  stream: null,
  trades: {
    backfill: (symbol) =>
      get('rest.trades', `${rest}/v1/trades/ticks?count=500&market=${encodeURIComponent(symbol)}`),
    history: () => null,
    stream: {
      url: 'wss://ws-api.bithumb.com/websocket/v1',
      hello: [],
      beat: { frame: 'PING', everyMs: 30_000 },
    },
    replaces: true,
    subscribe: upbitFrame,
    unsubscribe: () => null,
  },
  official: [
    flags(get('rest.status', `${rest}/v1/market/virtual_asset_warning`)),
    source(get('rest.announcements', `${rest}/v1/notices`)),
    source(get('rest.currencies', `${rest}/public/assetsstatus/multichain/ALL`)),
  ],
  kindOf: upbitKind,
  // Refusals come as HTTP 200.
  refusal: (payload) => statusRefusal(payload) ?? upbitRefusal(payload),
  sidesOf: (symbol) => quoteFirst(symbol, '-'),
  // The first API writes BTC_KRW in the path; the second's name of that is KRW-BTC.
  askedBy(url) {
    const [, base, quote] = /\/public\/(?:ticker|transaction_history)\/([^/_?#]+)_([^/?#]+)/.exec(url) ?? []
    return base === 'ALL' ? `ALL_${quote}` : base && `${quote}-${base}`
  },
  readers: {
    'rest.tickers': (p, _, asked) => (Array.isArray(p) ? each(p, secondTick) : firstTicks(p, asked)),
    'rest.ticker': (p) => each([(p as Fields).data ?? p], oneTick),
    'ws.ticker': upbitStream,
    'rest.trades': trades,
    'ws.trades': upbitStream,
    'rest.symbols': (p) => each(listed(p), upbitListing),
    'rest.status': (p) => each(listed(p), caution),
    'rest.announcements': (p, at) =>
      each(listed(p), (r) => announcement({ ...r, begin: isoTime(r.published_at, KST) }, at)),
    'rest.currencies': assets,
  },
}))
