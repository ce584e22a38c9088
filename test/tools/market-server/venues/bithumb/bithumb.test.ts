import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import { openTradedVenue } from '../test-venue.ts'
import { bithumb } from '../../../../../tools/market-server/venues/bithumb/bithumb.ts'

const restUrl = 'https://api.bithumb.com'
const socketUrl = 'wss://ws-api.bithumb.com/websocket/v1'
const hourMs = 3_600_000

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('ADXBTC', 20, 'buy', [6_000, 5]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
]

test('the v1 ticker has rows keyed by base and the extra key date', () => {
  const { get } = openTradedVenue(bithumb, orders)
  const { json } = get(`${restUrl}/public/ticker/ALL_KRW`)
  expect(json).toMatchObject({
    status: '0000',
    data: { SYS: { closing_price: '218.4', units_traded_24H: '10' }, ADX: {}, date: String(t0 + 1_000) },
  })
  expect(get(`${restUrl}/public/ticker/SYS_KRW`).json).toMatchObject({
    data: { closing_price: '218.4', date: String(t0 + 1_000) },
  })
})

test.each([
  ['/v1/ticker?markets=KRW-NOPE', { error: { name: 404, message: 'Code not found' } }],
  ['/v1/trades/ticks', { error: { name: 400 } }],
  ['/public/ticker/NOPE_KRW', { status: '5500', message: '상장 코인 아님' }],
  ['/public/ticker/ALL_USDT', { status: '5500' }],
])('%s fails with HTTP 200', (path, json) => {
  expect(openTradedVenue(bithumb, orders).get(restUrl + path)).toMatchObject({ status: 200, json })
})

test('the v2 ticker takes 200 markets; too long a URL has no body at all', () => {
  const { get } = openTradedVenue(bithumb, orders)
  const markets = (count: number) => `${restUrl}/v1/ticker?markets=${Array(count).fill('KRW-SYS').join(',')}`
  expect(get(markets(200))).toMatchObject({ status: 200 })
  expect(get(markets(201))).toMatchObject({ status: 400 })
  expect(get(markets(600))).toMatchObject({ status: 414, body: '' })
})

test('ticker times are nine hours ahead, trade times are not', () => {
  const { get } = openTradedVenue(bithumb, orders)
  expect(get(`${restUrl}/v1/ticker?markets=KRW-SYS`).json).toMatchObject([
    { trade_timestamp: t0 + 10 + 9 * hourMs },
  ])
  expect(get(`${restUrl}/v1/trades/ticks?market=KRW-SYS&count=5`).json).toMatchObject([
    { timestamp: t0 + 10 },
  ])
})

test('fills of one moment carry ids that JSON numbers cannot distinguish', () => {
  const { connect, run } = openTradedVenue(bithumb, orders)
  const { send, newMessages } = connect(socketUrl)
  send([{ ticket: 't' }, { type: 'trade', codes: ['KRW-SYS'], isOnlyRealtime: true }])
  expect(newMessages()).toEqual([])
  run(2_000)
  const [first, second] = newMessages() as { sequential_id: number; trade_price: number }[]
  expect([first?.trade_price, second?.trade_price]).toEqual([211.12, 210.39])
  expect(first?.sequential_id).toBe(second?.sequential_id)
})

test.each([
  [1.05, []],
  [1.15, ['CAUTION']],
  [0.75, ['WARNING']],
  [1.4, ['DANGER']],
])('%d times the price elsewhere gives the warnings %j', (factor, steps) => {
  const priceGaps = [{ venue: 'bithumb', base: 'SYS', factor, from: t0, until: t0 + hourMs }]
  const { get } = openTradedVenue(bithumb, orders, { priceGaps })
  const rows = get(`${restUrl}/v1/market/virtual_asset_warning`).json as {
    market: string
    warning_step: string
  }[]
  const ofSys = rows.filter(({ market }) => market === 'KRW-SYS')
  expect(ofSys.map(({ warning_step }) => warning_step)).toEqual(steps)
})

test('notices are dated in Korean time, and closed transfers are listed by asset', () => {
  const statement = { venue: 'bithumb', at: t0, title: 'SYS', body: '', code: 'a1', kind: 'news' as const }
  const transfers = [{ venue: 'bithumb', asset: 'SYS', deposit: true, from: t0, until: t0 + hourMs }]
  const { get } = openTradedVenue(bithumb, orders, { statements: [statement], transfers })
  expect(get(`${restUrl}/v1/notices`).json).toMatchObject([
    { title: 'SYS', published_at: '2020-01-01 21:00:00' },
  ])
  expect(get(`${restUrl}/public/assetsstatus/multichain/ALL`).json).toMatchObject({
    data: expect.arrayContaining([
      { currency: 'SYS', net_type: 'SYS', deposit_status: 1, withdrawal_status: 0 },
      { currency: 'ADX', net_type: 'ADX', deposit_status: 1, withdrawal_status: 1 },
    ]) as unknown,
  })
})
