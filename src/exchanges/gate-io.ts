import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, listed, rows, rowsAt, within } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { gateIoOfficial } from './official/venues/gate-io.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { only, topics } from './wire/topics.ts'
import { secondTime } from './wire/wire-time.ts'

// Gate spot, API v4: https://www.gate.com/docs/developers/apiv4/. Leveraged tokens (`BTC3L_USDT`)
// are pairs like any other. The file is named for the old domain: gate.ts is the gate of all.

const rest = 'https://api.gateio.ws/api/v4/spot'

const tick = renamed(
  'tick',
  'symbol:currency_pair last high:high_24h low:low_24h baseVolume:base_volume quoteVolume:quote_volume ' +
    'bid:highest_bid ask:lowest_ask',
)
const trade = renamed(
  'trade',
  'symbol:currency_pair id price amount side at:create_time_ms|seconds(create_time)',
)

// `buyable` and `sellable` pairs still trade, one way.
const states = { tradable: 'trading', buyable: 'trading', sellable: 'trading', untradable: 'halted' } as const
const pair = listings('symbol:id base quote state:trade_status', states)
const listing = (r: Fields, at: number): RawRow =>
  (secondTime(r.buy_start) ?? 0) > at ? { ...pair(r), state: 'prelisting' } : pair(r)

/** Acknowledgements come on the same channel, as another event. */
const isUpdate = ({ event }: Fields) => event === 'update'

const heard = topics('channel', { 'spot.tickers': 'ws.ticker', 'spot.trades': 'ws.trades' }, isUpdate)

const sentAt = ({ time, time_ms: ms }: Fields) => ms ?? secondTime(time)

export const gateIoSite = createSite({
  id: 'gate',
  name: 'Gate',
  hosts: ['https://api.gateio.ws/*'],
  page: 'https://www.gate.com/{locale}trade/{base}_{quote}',
  also: ['https://www.gate.io/{locale}trade/{base}_{quote}'],
  ja: 'ja/',
})

export const gateIo = createExchange(gateIoSite, () => ({
  budget: { weight: 200, perMs: 10_000 },
  symbols: get('rest.symbols', `${rest}/currency_pairs`),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=1000&currency_pair={symbol}`),
    stream: {
      url: 'wss://api.gateio.ws/ws/v4/',
      heartbeat: { ping: { frame: { time: 0, channel: 'spot.ping' }, everyMs: 20_000 } },
    },
    frame: (event, payload, id) => ({ time: 0, id, channel: 'spot.trades', event, payload }),
  },
  official: gateIoOfficial,
  kindOf: heard,
  refusal(payload) {
    const { label, message } = payload as Fields
    return typeof label === 'string' && typeof message === 'string' ? { message: message || label } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  readers: {
    'rest.tickers': rows('', tick),
    'ws.ticker': only(heard, 'ws.ticker', (p) =>
      each(listed(within(p, 'result')), (r) => tick(r, { at: sentAt(p as Fields) })),
    ),
    'rest.trades': rows('', trade),
    'ws.trades': only(heard, 'ws.trades', (p) => each(listed(within(p, 'result')), trade)),
    'rest.symbols': rowsAt('', listing),
  },
}))
