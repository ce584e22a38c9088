import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import { openTradedVenue } from '../test-venue.ts'
import { gmocoin } from '../../../../../tools/market-server/venues/gmocoin/gmocoin.ts'

const restUrl = 'https://api.coin.z.com/public/v1'
const socketUrl = 'wss://api.coin.z.com/ws/public/v1'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('ETHBTC', 20, 'buy', [7_000_000, 1]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
]
const ask = (symbol: string, option?: string) => ({ command: 'subscribe', channel: 'trades', symbol, option })

test('one subscription a second over all sockets, and no reply on success', () => {
  const { connect, wait, run } = openTradedVenue(gmocoin, orders)
  const [first, second] = [connect(socketUrl), connect(socketUrl)]
  first.send(ask('SYS', 'TAKER_ONLY'))
  second.send(ask('SYS', 'TAKER_ONLY'))
  expect([first.newMessages(), second.newMessages()]).toEqual([[], [{ error: 'ERR-5003 Request too many.' }]])
  wait(1_000)
  second.send(ask('SYS'))
  expect(second.newMessages()).toEqual([])
  run(2_000)
  expect(first.newMessages()).toMatchObject([
    { channel: 'trades', symbol: 'SYS', side: 'SELL', price: '20.735', size: '1' },
    { side: 'SELL', price: '20.664', size: '2', timestamp: '2020-01-01T12:00:01.500Z' },
  ])
  // Without the option, maker rows are sent too.
  expect(second.newMessages()).toMatchObject([
    { side: 'SELL' },
    { side: 'BUY' },
    { side: 'SELL' },
    { side: 'BUY' },
  ])
})

test.each([
  [ask('NOPE'), 'ERR-5106 Invalid request parameter. symbol'],
  [{ ...ask('SYS'), channel: 'nope' }, 'ERR-5106 Invalid request parameter. channel'],
  ['not json', 'ERR-5106 Invalid request parameter.'],
])('%j is refused in one frame, and the socket stays open', (request, error) => {
  const { send, newMessages, closed } = openTradedVenue(gmocoin, orders).connect(socketUrl)
  send(request)
  expect([newMessages(), closed]).toEqual([[{ error }], []])
})

test('a subscribed socket is dropped after three pings without pong, an idle one after a minute', () => {
  const { connect, wait } = openTradedVenue(gmocoin, orders)
  const [answering, deaf, idleCutoff] = [connect(socketUrl), connect(socketUrl), connect(socketUrl)]
  answering.send(ask('SYS'))
  wait(1_000)
  deaf.send(ask('SYS'))
  for (let i = 0; i < 3; i++) {
    wait(60_000)
    answering.pong()
  }
  expect(answering.pings).toBe(3)
  expect([answering.closed, deaf.closed, idleCutoff.closed]).toEqual([[], [1006], [1006]])
})

test('leverage is listed in addition to spot under a symbol of its own', () => {
  const { get } = openTradedVenue(gmocoin, orders)
  const names = (path: string) =>
    (get(restUrl + path).json as { data: { symbol: string }[] }).data.map(({ symbol }) => symbol)
  expect(names('/symbols').toSorted()).toEqual(['ETH', 'ETH_JPY', 'SYS'])
  expect(names('/ticker?symbol=ETH_JPY')).toEqual(['ETH_JPY'])
  for (const path of ['/ticker?symbol=NOPE', '/trades?symbol=NOPE', '/nope'])
    expect(get(restUrl + path)).toMatchObject({
      status: 404,
      json: { messages: [{ message_code: 'ERR-5207' }] },
    })
})

test('maintenance: only the status replies, sockets get 503, and ten minutes of preparation follow', () => {
  const maintenance = [{ venue: 'gmocoin', from: t0, until: t0 + 60_000 }]
  const { get, run, venueServer } = openTradedVenue(gmocoin, orders, { maintenance })
  const status = () => get(`${restUrl}/status`).json
  expect(status()).toMatchObject({ status: 0, data: { status: 'MAINTENANCE' } })
  expect(get(`${restUrl}/ticker`)).toMatchObject({
    status: 404,
    json: { messages: [{ message_code: 'ERR-5201' }] },
  })
  expect(venueServer.refuses?.('api.coin.z.com')).toBe(503)
  run(60_000)
  expect([venueServer.refuses?.('api.coin.z.com'), status()]).toMatchObject([
    null,
    { data: { status: 'PREOPEN' } },
  ])
  run(660_000)
  expect(status()).toMatchObject({ data: { status: 'OPEN' } })
})

test('the foreign exchange API quotes the rate that its coins are priced by', () => {
  const { get } = openTradedVenue(gmocoin, orders)
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
  expect(get(`${restUrl}/ticker?symbol=ETH`).json).toMatchObject({ data: [{ last: '50050' }] })
})
