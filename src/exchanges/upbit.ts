import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed } from './fields.ts'
import type { RawRow } from './gate.ts'
import { flags } from './official/source.ts'
import { quoteFirst } from './sides.ts'
import { pairCaution } from './statement.ts'
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

// Upbit: https://docs.upbit.com/kr/reference. Whoever sends an Origin header, as browsers do, has one
// request in 10 s, REST and socket alike: https://docs.upbit.com/changelog/origin_rate_limit

const rest = 'https://api.upbit.com/v1'
const tickersIn = (quote: string) => get('rest.tickers', `${rest}/ticker/all?quote_currencies=${quote}`)

/** The venue's own flags: a warning and five cautions. A pair without any is not worth a word. */
function caution(r: Fields): RawRow | null {
  const { warning, caution: cautions = {} } = (r.market_event ?? {}) as Fields
  const raised = Object.entries(cautions as object).flatMap(([name, on]) => (on === true ? [name] : []))
  if (warning === true) raised.unshift('WARNING')
  return pairCaution(r.market, raised.length > 0 ? raised.join(', ') : null)
}

export const upbitSite: Site = {
  id: 'upbit',
  name: 'Upbit',
  hosts: ['https://api.upbit.com/*'],
  pages: ['https://upbit.com/*'],
  ...tradingPage('https://upbit.com/exchange{query}code=CRIX.UPBIT.{quote}-{base}'),
}

export const upbit = exchangeAt(upbitSite, () => ({
  // One in 10 s by the venue's clock; half a second for two requests that are not equally long on their way.
  budget: { weight: 1, perMs: 10_500, whole: true },
  symbols: get('rest.symbols', `${rest}/market/all?is_details=true`),
  tickers: { ...tickersIn('KRW'), everyMs: 40_000, also: [tickersIn('BTC'), tickersIn('USDT')] },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/trades/ticks?count=500&market=`),
    history: () => null,
    stream: {
      url: 'wss://api.upbit.com/websocket/v1',
      hello: [],
      beat: { frame: 'PING', everyMs: 50_000 },
      weight: 1,
    },
    replaces: true,
    subscribe: upbitFrame,
    unsubscribe: () => null,
  },
  official: [flags(get('rest.status', `${rest}/market/all?is_details=true`))],
  kindOf: upbitKind,
  refusal: upbitRefusal,
  sidesOf: (symbol) => quoteFirst(symbol, '-'),
  readers: {
    'rest.tickers': (p) => each(listed(p), upbitTick),
    'rest.ticker': (p) => each(listed(p), upbitTick),
    'ws.ticker': upbitStream,
    'rest.trades': (p) => each(listed(p), upbitTrade),
    'ws.trades': upbitStream,
    'rest.symbols': (p) => each(listed(p), upbitListing),
    'rest.status': (p) => each(listed(p), caution),
  },
}))
