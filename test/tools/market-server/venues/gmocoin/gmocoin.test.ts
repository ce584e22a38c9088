import { expect, test } from 'vitest'
import { order, T0 } from '../../../../../tools/market-server/small-market.ts'
import { play } from '../../../../../tools/market-server/venues/small-desk.ts'
import { gmocoin } from '../../../../../tools/market-server/venues/gmocoin/gmocoin.ts'

const REST = 'https://api.coin.z.com/public/v1'
const SOCKET = 'wss://api.coin.z.com/ws/public/v1'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('ETHBTC', 20, 'buy', [7_000_000, 1]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
]
const ask = (symbol: string, option?: string) => ({ command: 'subscribe', channel: 'trades', symbol, option })

test('one subscription a second over all sockets, and no word where it is in time', () => {
  const { visit, wait, run } = play(gmocoin, orders)
  const [first, second] = [visit(SOCKET), visit(SOCKET)]
  first.say(ask('SYS', 'TAKER_ONLY'))
  second.say(ask('SYS', 'TAKER_ONLY'))
  expect([first.news(), second.news()]).toEqual([[], [{ error: 'ERR-5003 Request too many.' }]])
  wait(1_000)
  second.say(ask('SYS'))
  expect(second.news()).toEqual([])
  run(2_000)
  expect(first.news()).toMatchObject([
    { channel: 'trades', symbol: 'SYS', side: 'SELL', price: '20.735', size: '1' },
    { side: 'SELL', price: '20.664', size: '2', timestamp: '2020-01-01T12:00:01.500Z' },
  ])
  // Without the option makers are told too.
  expect(second.news()).toMatchObject([{ side: 'SELL' }, { side: 'BUY' }, { side: 'SELL' }, { side: 'BUY' }])
})

test.each([
  [ask('NOPE'), 'ERR-5106 Invalid request parameter. symbol'],
  [{ ...ask('SYS'), channel: 'nope' }, 'ERR-5106 Invalid request parameter. channel'],
  ['not json', 'ERR-5106 Invalid request parameter.'],
])('%j is refused in one line, and the socket stays', (said, error) => {
  const { say, news, closed } = play(gmocoin, orders).visit(SOCKET)
  say(said)
  expect([news(), closed]).toEqual([[{ error }], []])
})

test('a socket that listens is pinged each minute and out after three without pong, an idle one after one', () => {
  const { visit, wait } = play(gmocoin, orders)
  const [answering, deaf, idle] = [visit(SOCKET), visit(SOCKET), visit(SOCKET)]
  answering.say(ask('SYS'))
  wait(1_000)
  deaf.say(ask('SYS'))
  for (let i = 0; i < 3; i++) {
    wait(60_000)
    answering.pong()
  }
  expect(answering.pings).toBe(3)
  expect([answering.closed, deaf.closed, idle.closed]).toEqual([[], [1006], [1006]])
})

test('leverage stands beside spot under a name of its own', () => {
  const { get } = play(gmocoin, orders)
  const names = (path: string) =>
    (get(REST + path).json as { data: { symbol: string }[] }).data.map(({ symbol }) => symbol)
  expect(names('/symbols').toSorted()).toEqual(['ETH', 'ETH_JPY', 'SYS'])
  expect(names('/ticker?symbol=ETH_JPY')).toEqual(['ETH_JPY'])
  for (const path of ['/ticker?symbol=NOPE', '/trades?symbol=NOPE', '/nope'])
    expect(get(REST + path)).toMatchObject({
      status: 404,
      json: { messages: [{ message_code: 'ERR-5207' }] },
    })
})

test('maintenance: only the status answers, sockets get 503, and ten minutes of preparation follow', () => {
  const maintenance = [{ venue: 'gmocoin', from: T0, until: T0 + 60_000 }]
  const { get, run, desk } = play(gmocoin, orders, { maintenance })
  const status = () => get(`${REST}/status`).json
  expect(status()).toMatchObject({ status: 0, data: { status: 'MAINTENANCE' } })
  expect(get(`${REST}/ticker`)).toMatchObject({
    status: 404,
    json: { messages: [{ message_code: 'ERR-5201' }] },
  })
  expect(desk.refuses?.('api.coin.z.com')).toBe(503)
  run(60_000)
  expect([desk.refuses?.('api.coin.z.com'), status()]).toMatchObject([null, { data: { status: 'PREOPEN' } }])
  run(660_000)
  expect(status()).toMatchObject({ data: { status: 'OPEN' } })
})

test('the foreign exchange desk tells what a dollar costs: what its coins are priced by', () => {
  const { get } = play(gmocoin, orders)
  const forex = get('https://forex-api.coin.z.com/public/v1/ticker').json
  expect(forex).toMatchObject({
    status: 0,
    data: expect.arrayContaining([
      {
        symbol: 'USD_JPY',
        bid: '109.999',
        ask: '110.001',
        status: 'OPEN',
        timestamp: '2020-01-01T12:00:01.000000Z',
      },
    ]) as unknown,
  })
  // 0.07 BTC of 6,500 dollars of 110 yen.
  expect(get(`${REST}/ticker?symbol=ETH`).json).toMatchObject({ data: [{ last: '50050' }] })
})
