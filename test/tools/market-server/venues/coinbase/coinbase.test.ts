import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { coinbase } from '../../../../../tools/market-server/venues/coinbase/coinbase.ts'

const exchangeApi = 'https://api.exchange.coinbase.com'
const advancedProductsUrl = 'https://api.coinbase.com/api/v3/brokerage/market/products?product_type=SPOT'
const streamUrl = 'wss://ws-feed.exchange.coinbase.com'
const subscribe = (...channels: unknown[]) => ({ type: 'subscribe', product_ids: ['SYS-BTC'], channels })

test("a match names the maker's side, and fills of one taker order share its id", () => {
  const { connect, run } = openTestVenue(coinbase)
  const client = connect(streamUrl)
  client.send(subscribe('matches'))
  run(3_000)
  const [, ...matches] = client.messages as { taker_order_id: string; maker_order_id: string }[]
  expect(matches).toMatchObject([
    { type: 'match', side: 'sell', price: '0.00005', size: '3', time: '2020-01-01T12:00:00.500000Z' },
    { type: 'match', side: 'sell', price: '0.0000501' },
    { type: 'match', side: 'buy', price: '0.0000499' },
  ])
  const takers = matches.map(({ taker_order_id }) => taker_order_id)
  expect(takers[0]).toBe(takers[1])
  expect(new Set(takers).size).toBe(2)
  expect(new Set(matches.map(({ maker_order_id }) => maker_order_id)).size).toBe(3)
  for (const id of takers)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('the trade before the subscription comes first, once', () => {
  const { connect, run } = openTestVenue(coinbase)
  run(600)
  const client = connect(streamUrl)
  client.send(subscribe('matches'))
  client.send(subscribe({ name: 'matches' }))
  const channels = [{ name: 'matches', product_ids: ['SYS-BTC'] }]
  expect(client.messages).toMatchObject([
    { type: 'subscriptions', channels },
    { type: 'last_match', price: '0.0000501' },
    { type: 'subscriptions', channels },
  ])
})

test("ticker follows each trade with the taker's side, ticker_batch every five market seconds", () => {
  const { connect, run } = openTestVenue(coinbase)
  const [every, batched] = [connect(streamUrl), connect(streamUrl)]
  every.send(subscribe('ticker'))
  batched.send(subscribe('ticker_batch'))
  run(1_000)
  run(3_000)
  expect(every.messages.slice(1)).toMatchObject([
    { type: 'ticker', side: 'buy', price: '0.0000501', open_24h: '0.00005' },
    { type: 'ticker', side: 'sell', price: '0.0000499' },
  ])
  expect(batched.messages).toHaveLength(1)
  run(5_000)
  run(10_000)
  expect(batched.messages.slice(1)).toMatchObject([
    { type: 'ticker', product_id: 'SYS-BTC', price: '0.0000499' },
  ])
})

test('a client that has not subscribed within five seconds is disconnected', () => {
  const { connect, wait } = openTestVenue(coinbase)
  const [listener, silent] = [connect(streamUrl), connect(streamUrl)]
  wait(4_999)
  listener.send(subscribe('matches'))
  expect(silent.closed).toEqual([])
  wait(600_000)
  expect([listener.closed, silent.closed]).toEqual([[], [1000]])
})

test('an unknown product is an error, and the others are not subscribed', () => {
  const { connect, run } = openTestVenue(coinbase)
  const client = connect(streamUrl)
  client.send({ ...subscribe('matches'), product_ids: ['SYS-BTC', 'NOPE-BTC'] })
  client.send(subscribe('nope'))
  run(600)
  expect(client.messages).toEqual([
    { type: 'error', message: 'Failed to subscribe', reason: 'NOPE-BTC is not a valid product' },
    { type: 'error', message: 'Failed to subscribe', reason: 'nope is not a valid channel' },
  ])
})

test('all tickers are one call of the other API; an untraded value is an empty text', () => {
  const { read, run } = openTestVenue(coinbase)
  const sys = () =>
    (read(advancedProductsUrl) as { products: { product_id: string }[] }).products.find(
      ({ product_id }) => product_id === 'SYS-BTC',
    )
  expect(sys()).toMatchObject({ price: '', volume_24h: '' })
  run(3_000)
  expect(sys()).toMatchObject({ price: '0.0000499', volume_24h: '12', price_percentage_change_24h: '-0.2' })
})

test('trades are newest first without order ids; other paths are NotFound, too many calls refused', () => {
  const { get, read, run, wait } = openTestVenue(coinbase)
  run(3_000)
  expect(read(`${exchangeApi}/products/SYS-BTC/trades?limit=2`)).toMatchObject([
    { side: 'buy', size: '5', price: '0.0000499' },
    { side: 'sell', size: '4' },
  ])
  const wrong = get(`${exchangeApi}/products/NOPE-BTC/trades`)
  expect([wrong.status, wrong.body]).toEqual([404, '{"message":"NotFound"}'])
  for (let i = 0; i < 8; i++) expect(get(`${exchangeApi}/currencies`).status).toBe(200)
  const fast = get(`${exchangeApi}/currencies`)
  expect([fast.status, fast.body]).toEqual([429, '{"message":"Public rate limit exceeded"}'])
  expect(get(advancedProductsUrl).status).toBe(200)
  wait(1_000)
  expect(get(`${exchangeApi}/currencies`).status).toBe(200)
})

test('halts and closed coins show in flags', () => {
  const span = { venue: 'coinbase', from: t0, until: t0 + 60_000 }
  const { read, connect, run } = openTestVenue(coinbase, {
    ...noEvents,
    halts: [{ ...span, symbol: 'SYSBTC', status: 'CANCEL_ONLY' }],
    transfers: [{ ...span, asset: 'ETH', deposit: true }],
  })
  expect(read(`${exchangeApi}/products/SYS-BTC`)).toMatchObject({ status: 'online', cancel_only: true })
  expect(read(`${exchangeApi}/products/ETH-BTC`)).toMatchObject({
    cancel_only: false,
    trading_disabled: false,
  })
  const currencies = read(`${exchangeApi}/currencies`) as { id: string }[]
  expect(currencies.find(({ id }) => id === 'ETH')).toMatchObject({ status: 'offline' })
  const client = connect(streamUrl)
  client.send({ type: 'subscribe', channels: ['status'] })
  run(5_000)
  expect(client.messages).toMatchObject([
    { type: 'subscriptions' },
    { type: 'status', products: [{}, {}, {}, {}] },
  ])
})
