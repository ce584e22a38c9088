import { describe, expect, test } from 'vitest'
import { exchangeOf, venues } from '../../src/exchanges/registry.ts'

// The replies of each exchange to a subscription, in its own format.

const replyOf = (id: string, message: unknown) =>
  exchangeOf(id)!.trades.stream.subscriptionReply?.(message) ?? null

/** Exchange, message, and what it says: `accepted`, `refused`, `busy`, with an id or names. */
const replies: readonly (readonly [string, unknown, object | null])[] = [
  ['binance', { result: null, id: 3 }, { kind: 'accepted', id: 3 }],
  [
    'binance',
    { error: { code: 2, msg: 'Invalid request: invalid stream' }, id: 3 },
    { kind: 'refused', id: 3 },
  ],
  [
    'binance',
    { code: 2, msg: 'Invalid request: property name must be a string', id: 4 },
    { kind: 'refused', id: 4 },
  ],
  ['binance', { error: { code: 4, msg: 'Too many requests' }, id: 3 }, { kind: 'busy', id: 3 }],
  [
    'bybit',
    { success: true, ret_msg: 'subscribe', op: 'subscribe', req_id: '5' },
    { kind: 'accepted', id: '5' },
  ],
  [
    'bybit',
    {
      success: false,
      ret_msg: 'error:handler not found,topic:publicTrade.XUSDT',
      op: 'subscribe',
      req_id: '',
    },
    { kind: 'refused', names: ['XUSDT'], wholeFrame: true },
  ],
  ['bybit', { success: true, ret_msg: 'pong', op: 'ping' }, null],
  ['bybit', { success: true, ret_msg: '', op: 'unsubscribe', req_id: '6' }, null],
  [
    'okx',
    { event: 'subscribe', arg: { channel: 'trades', instId: 'X-USDT' } },
    { kind: 'accepted', names: ['X-USDT'] },
  ],
  [
    'okx',
    { event: 'error', code: '60018', msg: "Wrong URL or channel:trades,instId:X-USDT doesn't exist." },
    { kind: 'refused', names: ['X-USDT'] },
  ],
  ['okx', { event: 'error', code: '60014', msg: 'Requests too frequent' }, { kind: 'busy' }],
  ['okx', { event: 'notice', code: '64008', msg: 'The connection will soon be closed' }, null],
  ['kucoin', { id: '7', type: 'ack' }, { kind: 'accepted', id: '7' }],
  [
    'kucoin',
    { id: '7', type: 'error', code: 404, data: 'topic /market/match:X is not found' },
    { kind: 'refused', id: '7' },
  ],
  ['kucoin', { id: '7', result: true }, { kind: 'accepted', id: '7' }],
  ['kucoin', { id: '7', result: false, message: 'invalid symbol' }, { kind: 'refused', id: '7' }],
  ['kucoin', { id: 'hQvf8jkno', type: 'welcome' }, null],
  ['kucoin', { id: 'beat', type: 'pong' }, null],
  [
    'gate',
    { time: 1, id: 8, channel: 'spot.trades', event: 'subscribe', result: { status: 'success' } },
    { kind: 'accepted', id: 8 },
  ],
  [
    'gate',
    {
      time: 1,
      id: 8,
      channel: 'spot.trades',
      event: 'subscribe',
      error: { code: 2, message: 'unknown currency pair X_USDT' },
    },
    { kind: 'refused', id: 8 },
  ],
  [
    'gate',
    {
      channel: 'spot.trades',
      event: 'subscribe',
      payload: ['X_USDT'],
      error: null,
      result: { status: 'success' },
    },
    { kind: 'accepted', names: ['X_USDT'] },
  ],
  ['gate', { time: 1, channel: 'spot.pong', event: '', result: null }, null],
  [
    'mexc',
    { id: 0, code: 0, msg: 'spot@public.aggre.deals.v3.api.pb@100ms@XUSDT' },
    { kind: 'accepted', names: ['XUSDT'] },
  ],
  [
    'mexc',
    {
      id: 0,
      code: 0,
      msg: 'Not Subscribed successfully! [spot@public.aggre.deals.v3.api.pb@100ms@XUSDT].  Reason： Blocked! ',
    },
    { kind: 'refused', names: ['XUSDT'] },
  ],
  ['mexc', { id: 0, code: 0, msg: 'PONG' }, null],
  ['mexc-perpetual', { channel: 'rs.sub.deal', data: 'success', ts: 1 }, { kind: 'accepted' }],
  ['mexc-perpetual', { channel: 'rs.sub.tickers', data: 'success', ts: 1 }, null],
  ['mexc-perpetual', { channel: 'rs.error', data: "Contract doesn't exist!", ts: 1 }, { kind: 'refused' }],
  [
    'mexc-perpetual',
    { channel: 'rs.error', data: 'Contract [X_USDT] not exists', ts: 1 },
    { kind: 'refused', names: ['X_USDT'] },
  ],
  ['mexc-perpetual', { channel: 'pong', data: 1 }, null],
  [
    'bitget',
    { event: 'subscribe', arg: { instType: 'SPOT', channel: 'trade', instId: 'XUSDT' } },
    { kind: 'accepted', names: ['XUSDT'] },
  ],
  [
    'bitget',
    {
      event: 'error',
      arg: { instType: 'SPOT', channel: 'trade', instId: 'XUSDT' },
      code: 30001,
      msg: "XUSDT doesn't exist",
    },
    { kind: 'refused', names: ['XUSDT'] },
  ],
  [
    'bitget',
    { event: 'error', code: 30001, msg: "channel:trade,instId:XUSDT doesn't exist" },
    { kind: 'refused', names: ['XUSDT'] },
  ],
  ['bitget', { event: 'error', code: 30006, msg: 'Requests too many' }, { kind: 'busy' }],
  [
    'bitget-perpetual',
    {
      event: 'subscribe',
      arg: { instType: 'usdt-futures', topic: 'publicTrade', symbol: 'XUSDT' },
      code: '0',
    },
    { kind: 'accepted', names: ['XUSDT'] },
  ],
  [
    'bitget-perpetual',
    {
      event: 'error',
      code: 30001,
      msg: "instType:usdt-futures,topic:publicTrade,symbol:XUSDT doesn't exist",
    },
    { kind: 'refused', names: ['XUSDT'] },
  ],
  [
    'htx',
    { id: '9', status: 'ok', subbed: 'market.xusdt.trade.detail', ts: 1 },
    { kind: 'accepted', id: '9' },
  ],
  [
    'htx',
    { id: '9', status: 'error', 'err-code': 'bad-request', 'err-msg': 'invalid symbol' },
    { kind: 'refused', id: '9' },
  ],
  ['htx', { id: '9', status: 'ok', unsubbed: 'market.xusdt.trade.detail', ts: 1 }, null],
  ['htx', { ping: 1 }, null],
  ['cryptocom', { id: 10, method: 'subscribe', code: 0 }, { kind: 'accepted', id: 10 }],
  [
    'cryptocom',
    { id: 10, method: 'subscribe', code: 40003, message: 'Unknown symbol' },
    { kind: 'refused', id: 10 },
  ],
  [
    'cryptocom',
    { id: 10, method: 'subscribe', code: 42901, message: 'TOO_MANY_REQUESTS' },
    { kind: 'busy', id: 10 },
  ],
  ['cryptocom', { id: 11, method: 'public/heartbeat', code: 0 }, null],
  [
    'cryptocom',
    { id: 10, method: 'subscribe', code: 40003, channel: 'trade.X_USD', message: 'Unknown symbol' },
    { kind: 'refused', id: 10, names: ['X_USD'] },
  ],
  [
    'cryptocom-perpetual',
    { id: 10, method: 'subscribe', code: 0, channel: 'trade.XUSD-PERP' },
    { kind: 'accepted', id: 10, names: ['XUSD-PERP'] },
  ],
  [
    'cryptocom-perpetual',
    {
      id: 10,
      method: 'subscribe',
      code: 40003,
      channel: 'index.XUSD-INDEX',
      message: 'Unsupported instrument',
    },
    null,
  ],
  [
    'coinbase',
    { type: 'subscriptions', channels: [{ name: 'matches', product_ids: ['X-USD'] }] },
    { kind: 'accepted', names: ['X-USD'] },
  ],
  [
    'coinbase',
    { type: 'error', message: 'Failed to subscribe', reason: 'X-USD is not a valid product' },
    { kind: 'refused', names: ['X-USD'], wholeFrame: true },
  ],
  [
    'coinbase',
    { type: 'error', message: 'X-USD is not a valid product' },
    { kind: 'refused', names: ['X-USD'], wholeFrame: true },
  ],
  ['coinbase', { type: 'error', message: 'Failed to unsubscribe', reason: 'X-USD is delisted' }, null],
  [
    'kraken',
    { method: 'subscribe', result: { channel: 'trade', symbol: 'X/USD' }, success: true, req_id: 12 },
    { kind: 'accepted', id: 12, names: ['X/USD'] },
  ],
  [
    'kraken',
    {
      method: 'subscribe',
      error: 'Currency pair not supported X/USD',
      success: false,
      symbol: 'X/USD',
      req_id: 12,
    },
    { kind: 'refused', id: 12, names: ['X/USD'] },
  ],
  ['kraken', { method: 'pong', time_in: '', time_out: '' }, null],
  ['upbit', { error: { name: 'INVALID_PARAM', message: '' } }, { kind: 'refused' }],
  ['upbit', { status: 'UP' }, null],
  ['bithumb', { error: { name: 'INVALID_PARAM', message: '' } }, { kind: 'refused' }],
  ['gmocoin', { error: 'ERR-5106 Invalid request parameter. symbol' }, { kind: 'refused' }],
  ['gmocoin', { error: 'ERR-5207 Invalid symbol.' }, { kind: 'refused' }],
  ['gmocoin', { error: 'ERR-5003 Request too many.' }, { kind: 'busy' }],
  ['gmocoin', { error: 'ERR-5201 MAINTENANCE' }, { kind: 'busy' }],
  ['bitflyer', { jsonrpc: '2.0', id: 13, result: true }, { kind: 'accepted', id: 13 }],
  [
    'bitflyer',
    { jsonrpc: '2.0', id: 13, error: { code: -32602, message: 'Invalid params' } },
    { kind: 'refused', id: 13 },
  ],
  [
    'bitflyer',
    { jsonrpc: '2.0', id: 13, error: { code: -32009, message: 'already subscribed' } },
    { kind: 'accepted', id: 13 },
  ],
  [
    'hyperliquid-perpetual',
    {
      channel: 'subscriptionResponse',
      data: { method: 'subscribe', subscription: { type: 'trades', coin: 'kPEPE' } },
    },
    { kind: 'accepted', names: ['kPEPE'] },
  ],
  [
    'hyperliquid-perpetual',
    { channel: 'error', data: 'Invalid subscription {"type":"trades","coin":"X"}' },
    { kind: 'refused', names: ['X'] },
  ],
  [
    'hyperliquid-perpetual',
    { channel: 'error', data: 'Already subscribed: {"type":"trades","coin":"X"}' },
    { kind: 'accepted', names: ['X'] },
  ],
  [
    'hyperliquid-perpetual',
    {
      channel: 'subscriptionResponse',
      data: { method: 'unsubscribe', subscription: { type: 'trades', coin: 'X' } },
    },
    null,
  ],
  ['hyperliquid-perpetual', { channel: 'pong' }, null],
  [
    'kraken-perpetual',
    { event: 'subscribed', feed: 'trade', product_ids: ['PF_XBTUSD'] },
    { kind: 'accepted', names: ['PF_XBTUSD'] },
  ],
  ['kraken-perpetual', { event: 'error', message: 'Invalid product id' }, { kind: 'refused' }],
  [
    'kraken-perpetual',
    { event: 'subscribed_failed', feed: 'trade', product_ids: ['PF_XUSD'] },
    { kind: 'refused', names: ['PF_XUSD'] },
  ],
  ['kraken-perpetual', { event: 'subscribed', feed: 'heartbeat' }, null],
  ['kraken-perpetual', { event: 'alert', message: 'Already subscribed to feed, re-requesting' }, null],
  ['kraken-perpetual', { event: 'info', version: 1 }, null],
  [
    'coinbase-perpetual',
    { channel: 'subscriptions', events: [{ subscriptions: { market_trades: ['BTC-PERP-INTX'] } }] },
    { kind: 'accepted', names: ['BTC-PERP-INTX'] },
  ],
  [
    'coinbase-perpetual',
    { channel: 'subscriptions', events: [{ subscriptions: { heartbeats: ['heartbeats'] } }] },
    null,
  ],
  [
    'coinbase-perpetual',
    { type: 'error', message: 'failed to subscribe: 1000X-PERP-INTX is not a valid product' },
    { kind: 'refused', names: ['1000X-PERP-INTX'], wholeFrame: true },
  ],
  ['coinbase-perpetual', { type: 'error', message: 'rate limit exceeded' }, { kind: 'busy' }],
]

test.each(replies)('%s: %j', (id, message, expected) => {
  expect(replyOf(id, message)).toEqual(expected)
})

describe.each(venues.map((exchange) => [exchange.id, exchange] as const))('%s', (id, { trades, kindOf }) => {
  test('reads a reply as no data, and any message without throwing', () => {
    for (const [, message] of replies.filter(([of]) => of === id)) expect(kindOf(message)).toBeNull()
    for (const message of [
      null,
      1,
      'pong',
      [],
      {},
      { arg: 1 },
      { channels: null },
      { error: null },
      { result: 1 },
    ])
      expect(() => trades.stream.subscriptionReply?.(message)).not.toThrow()
  })
})
