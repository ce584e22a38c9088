import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { order, smallMarket, t0 } from '../../small-market.ts'
import { binance } from '../../../../../tools/market-server/venues/binance/binance.ts'

const orders = [
  order('AABTC', 10, 'buy', [100, 1], [100, 2], [101, 3]),
  order('AABTC', 61_000, 'sell', [99, 4]),
  order('BBBTC', 20, 'buy', [500, 1]),
]

function open(wall = () => 0) {
  const market = smallMarket(orders, {
    ...noEvents,
    maintenance: [{ from: t0 + 300_000, until: t0 + 400_000 }],
  })
  market.advance(t0 + 120_000)
  const venueServer = binance.open(market, wall)
  const ask = (url: string) => {
    const { host, pathname, searchParams } = new URL(url)
    const reply = venueServer.answer({ method: 'GET', host, path: pathname, query: searchParams })
    return { ...reply, json: reply.body === '' ? null : (JSON.parse(reply.body) as unknown) }
  }
  return { market, ask, get: (path: string) => ask(`https://data-api.binance.vision${path}`) }
}

test('24-h tickers: full and mini, one and all, with eight decimals', () => {
  const { get } = open()
  expect(get('/api/v3/ticker/24hr?type=MINI&symbol=AABTC').json).toEqual({
    symbol: 'AABTC',
    openPrice: '0.00000100',
    highPrice: '0.00000101',
    lowPrice: '0.00000099',
    lastPrice: '0.00000099',
    volume: '10.00000000',
    quoteVolume: '0.00000999',
    openTime: t0 + 120_000 - 86_400_000,
    closeTime: t0 + 120_000,
    firstId: 1,
    lastId: 4,
    count: 4,
  })
  expect(get('/api/v3/ticker/24hr').json).toHaveLength(2)
  expect(get('/api/v3/ticker/24hr?symbol=AABTC').json).toMatchObject({
    priceChange: '-0.00000001',
    priceChangePercent: '-1.000',
    weightedAvgPrice: '0.00000100',
    lastQty: '4.00000000',
  })
})

test('aggregate trades merge fills of one price; trades do not', () => {
  const { get } = open()
  const rows = get('/api/v3/aggTrades?symbol=AABTC').json
  expect(rows).toMatchObject([
    { p: '0.00000100', q: '3.00000000', f: 1, l: 2, T: t0 + 10, m: false, M: true },
    { p: '0.00000101', q: '3.00000000', f: 3, l: 3, T: t0 + 10, m: false },
    { p: '0.00000099', q: '4.00000000', f: 4, l: 4, T: t0 + 61_000, m: true },
  ])
  const [, second] = rows as { a: number }[]
  expect(get(`/api/v3/aggTrades?symbol=AABTC&fromId=${second?.a}&limit=1`).json).toEqual([second])
  expect(get(`/api/v3/aggTrades?symbol=AABTC&startTime=${t0 + 11}`).json).toHaveLength(1)
  expect(get('/api/v3/trades?symbol=AABTC&limit=3').json).toMatchObject([
    { id: 2 },
    { id: 3 },
    { id: 4, isBuyerMaker: true },
  ])
})

test('klines have no gaps and end with the running one', () => {
  const { get } = open()
  const rows = get('/api/v3/klines?symbol=BBBTC&interval=1m').json as unknown[][]
  expect(rows.map((row) => [row[0], row[4], row[8]])).toEqual([
    [t0, '0.00000500', 1],
    [t0 + 60_000, '0.00000500', 0],
    [t0 + 120_000, '0.00000500', 0],
  ])
  expect(rows[0]).toHaveLength(12)
  const [five] = get(`/api/v3/klines?symbol=AABTC&interval=5m&startTime=${t0}`).json as unknown[][]
  expect(five?.slice(0, 6)).toEqual([
    t0,
    '0.00000100',
    '0.00000101',
    '0.00000099',
    '0.00000099',
    '10.00000000',
  ])
})

test.each([
  ['/api/v3/klines?symbol=NOPE&interval=1m', -1121, 'Invalid symbol.'],
  ['/api/v3/klines?symbol=AABTC&interval=7m', -1120, 'Invalid interval.'],
  ['/api/v3/aggTrades', -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed."],
  [
    '/api/v3/aggTrades?symbol=AABTC&fromId=1&startTime=2',
    -1128,
    'Combination of optional parameters invalid.',
  ],
])("%s is refused in the venue's format", (path, code, msg) => {
  expect(open().get(path)).toMatchObject({ status: 400, json: { code, msg } })
})

test('weights add up per minute; above the budget 429 with Retry-After, then 418', () => {
  let wall = 5_000
  const { get } = open(() => wall)
  expect(get('/api/v3/ticker/24hr').headers['x-mbx-used-weight-1m']).toBe('80')
  expect(get('/api/v3/ticker/24hr?symbol=AABTC').headers['x-mbx-used-weight-1m']).toBe('82')
  for (let i = 0; i < 73; i++) get('/api/v3/ticker/24hr')
  const first = get('/api/v3/ticker/24hr')
  expect(first).toMatchObject({ status: 429, json: { code: -1003 } })
  expect(first.headers['retry-after']).toBe('55')
  for (let i = 0; i < 10; i++) get('/api/v3/ping')
  expect(get('/api/v3/ping')).toMatchObject({ status: 418, headers: { 'retry-after': '120' } })
  wall += 119_000
  expect(get('/api/v3/ping').status).toBe(418)
  wall += 1_000
  expect(get('/api/v3/ping').status).toBe(200)
})

test('maintenance shows in the list and in the system status, which only api.binance.com has', () => {
  const { market, ask, get } = open()
  const status = 'https://api.binance.com/sapi/v1/system/status'
  expect(ask(status).json).toEqual({ status: 0, msg: 'normal' })
  market.advance(t0 + 300_000)
  expect(ask(status).json).toEqual({ status: 1, msg: 'system_maintenance' })
  expect(get('/api/v3/exchangeInfo').json).toMatchObject({
    symbols: [{ symbol: 'AABTC', status: 'BREAK' }, { status: 'BREAK' }],
  })
  expect(get('/sapi/v1/system/status').status).toBe(404)
})
