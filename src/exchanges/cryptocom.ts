import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, within } from './fields.ts'
import { number, type RawRow, text } from './gate.ts'
import { codeOtherThan } from './refusal.ts'
import { renamed } from './renamed.ts'
import { baseFirst, isOther } from './sides.ts'
import { classifyTitle } from './official/classify-title.ts'
import { source } from './official/source.ts'
import { stateAt } from './statement.ts'
import { tradingPage } from './trading-page.ts'

// Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html
// Perpetuals (`BTCUSD-PERP`) share every path; only spot names have an underscore.

const rest = 'https://api.crypto.com/exchange/v1/public'

// `vv`, the turnover, is in USD whatever the quote: of no use beside the others' quote volumes.
const tick = renamed('tick', 'symbol:i last:a high:h low:l baseVolume:v bid:b ask:k at:t')
const trade = renamed('trade', 'symbol:i id:d price:p amount:q side:s at:t')
const ifSpot = (make: (r: Fields) => RawRow) => (r: Fields) => (isOther(r.i, '_') ? null : make(r))

const listing = (r: Fields): RawRow | null =>
  r.inst_type === 'CCY_PAIR'
    ? {
        type: 'symbol',
        symbol: r.symbol,
        base: r.base_ccy,
        quote: r.quote_ccy,
        state: r.tradable === true ? 'trading' : r.tradable === false ? 'halted' : undefined,
      }
    : null

/** A system notice that touches spot trading is a maintenance; "business as usual" is not. */
function announcement(r: Fields, at: number): RawRow {
  const impact = (r.impacted_params as Fields | null | undefined)?.spot_trading_impacted
  const isTouched = r.category === 'system' && impact !== undefined && impact !== 'BAU'
  const begin = number(r.start_time ?? r.announced_at)
  const end = number(r.end_time)
  const { isOver, ...said } = classifyTitle(text(r.title) ?? '', r.category)
  const symbol = text(r.instrument_name)
  return {
    type: 'notice',
    ...said,
    ...(isTouched ? { what: 'maintenance', scope: 'venue' } : {}),
    ...(symbol ? { scope: 'pair', symbol } : {}),
    title: r.title,
    begin,
    end,
    state: isOver ? 'over' : stateAt(at, begin, end),
  }
}

const frame = (method: string, symbols: readonly string[], id: number) => ({
  id,
  method,
  params: { channels: symbols.map((symbol) => `trade.${symbol}`) },
})

export const cryptocomSite: Site = {
  id: 'cryptocom',
  name: 'Crypto.com',
  hosts: ['https://api.crypto.com/*'],
  pages: ['https://crypto.com/*'],
  ...tradingPage('https://crypto.com/{locale}exchange/trade/{base}_{quote}'),
}

export const cryptocom = exchangeAt(cryptocomSite, () => ({
  budget: { weight: 100, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/get-instruments`),
  tickers: { ...get('rest.tickers', `${rest}/get-tickers`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/get-trades?count=150&instrument_name=`),
    history: () => null,
    stream: {
      url: 'wss://stream.crypto.com/exchange/v1/market',
      hello: [],
      waitMs: 1000,
      answer(message) {
        const { method, id } = (message ?? {}) as Fields
        return method === 'public/heartbeat' ? { id, method: 'public/respond-heartbeat' } : null
      },
    },
    perFrame: 400,
    subscribe: (symbols, id) => frame('subscribe', symbols, id),
    unsubscribe: (symbols, id) => frame('unsubscribe', symbols, id),
  },
  // Not under the base path of the exchange.
  official: [
    source(get('rest.announcements', 'https://api.crypto.com/v1/public/get-announcements?product_type=Spot')),
  ],
  kindOf(message) {
    const channel = ((message as Fields | null)?.result as Fields | null | undefined)?.channel
    return channel === 'ticker' ? 'ws.ticker' : channel === 'trade' ? 'ws.trades' : null
  },
  refusal: codeOtherThan(0, 'code', 'message'),
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': (p) => each(within(p, 'result', 'data'), ifSpot(tick)),
    'rest.ticker': (p) => each(within(p, 'result', 'data'), ifSpot(tick)),
    'ws.ticker': (p) => each(within(p, 'result', 'data'), ifSpot(tick)),
    'rest.trades': (p) => each(within(p, 'result', 'data'), ifSpot(trade)),
    'ws.trades': (p) => each(within(p, 'result', 'data'), ifSpot(trade)),
    'rest.symbols': (p) => each(within(p, 'result', 'data'), listing),
    'rest.announcements': (p, at) => each(within(p, 'result', 'data'), (r) => announcement(r, at)),
  },
}))
