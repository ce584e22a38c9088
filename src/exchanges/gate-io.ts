import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, strange } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { flags, source } from './official/source.ts'
import { listings, renamed } from './renamed.ts'
import { stateAt } from './statement.ts'
import { baseFirst } from './sides.ts'
import { tradingPage } from './trading-page.ts'
import { secondTime } from './wire-time.ts'

// Gate spot, API v4: https://www.gate.com/docs/developers/apiv4/. Leveraged tokens (`BTC3L_USDT`)
// are pairs like any other. The file is named for the old domain: gate.ts is the gate of all.

const rest = 'https://api.gateio.ws/api/v4/spot'

const tick = renamed(
  'tick',
  'symbol:currency_pair last high:high_24h low:low_24h baseVolume:base_volume quoteVolume:quote_volume ' +
    'bid:highest_bid ask:lowest_ask',
)
const execution = renamed('trade', 'symbol:currency_pair id price amount side')
const trade = (r: Fields) => execution(r, { at: r.create_time_ms ?? secondTime(r.create_time) })

// `buyable` and `sellable` pairs still trade, one way.
const states = { tradable: 'trading', buyable: 'trading', sellable: 'trading', untradable: 'halted' } as const
const pair = listings('symbol:id base quote state:trade_status', states)
const listing = (r: Fields, at: number): RawRow =>
  (secondTime(r.buy_start) ?? 0) > at ? { ...pair(r), state: 'prelisting' } : pair(r)

/** A pair that is to leave: the list names the day. 0 where none is set. */
function delisting(r: Fields, at: number): RawRow | null {
  if (text(r.id) === undefined) return { type: 'notice' }
  const begin = secondTime(r.delisting_time) ?? 0
  const said = { scope: 'pair', what: 'delisting', symbol: r.id, title: `${String(r.id)}: delisting` }
  return begin > 0 ? { type: 'notice', ...said, begin, state: stateAt(at, begin) } : null
}

const opposite = (value: unknown) => (typeof value === 'boolean' ? !value : null)
const asset = (r: Fields): RawRow => ({
  type: 'asset',
  asset: r.currency,
  deposit: opposite(r.deposit_disabled),
  withdrawal: opposite(r.withdraw_disabled),
})

/** What a message brings. Acknowledgements come on the same channel, as another event. */
function updated(payload: unknown, make: (r: Fields, message: Fields) => RawRow): Iterable<RawRow> {
  const message = payload as Fields
  return message.event === 'update' ? each(listed(message.result), (r) => make(r, message)) : strange()
}

const frame = (event: string, payload: readonly string[], id: number) => ({
  time: 0,
  id,
  channel: 'spot.trades',
  event,
  payload,
})

export const gateIoSite: Site = {
  id: 'gate',
  name: 'Gate',
  hosts: ['https://api.gateio.ws/*'],
  pages: ['https://www.gate.com/*', 'https://www.gate.io/*'],
  ...tradingPage('https://www.gate.com/{locale}trade/{base}_{quote}', {
    ja: 'ja/',
    also: ['https://www.gate.io/{locale}trade/{base}_{quote}'],
  }),
}

export const gateIo = exchangeAt(gateIoSite, () => ({
  budget: { weight: 200, perMs: 10_000 },
  symbols: get('rest.symbols', `${rest}/currency_pairs`),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/trades?limit=1000&currency_pair=`),
    history: () => null,
    stream: {
      url: 'wss://api.gateio.ws/ws/v4/',
      hello: [],
      beat: { frame: { time: 0, channel: 'spot.ping' }, everyMs: 20_000 },
    },
    subscribe: (symbols, id) => frame('subscribe', symbols, id),
    unsubscribe: (symbols, id) => frame('unsubscribe', symbols, id),
  },
  // No public status was found.
  official: [
    source(get('rest.currencies', `${rest}/currencies`)),
    flags(get('rest.status', `${rest}/currency_pairs`)),
  ],
  kindOf(message) {
    const { channel, event } = (message ?? {}) as Fields
    if (event !== 'update') return null
    return channel === 'spot.tickers' ? 'ws.ticker' : channel === 'spot.trades' ? 'ws.trades' : null
  },
  refusal(payload) {
    const { label, message } = payload as Fields
    return typeof label === 'string' && typeof message === 'string' ? { message: message || label } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': (p) => each(listed(p), tick),
    'rest.ticker': (p) => each(listed(p), tick),
    'ws.ticker': (p) => updated(p, (r, { time, time_ms: ms }) => tick(r, { at: ms ?? secondTime(time) })),
    'rest.trades': (p) => each(listed(p), trade),
    'ws.trades': (p) => updated(p, trade),
    'rest.symbols': (p, at) => each(listed(p), (r) => listing(r, at)),
    'rest.status': (p, at) => each(listed(p), (r) => delisting(r, at)),
    'rest.currencies': (p) => each(listed(p), asset),
  },
}))
