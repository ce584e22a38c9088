import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchJson, replyToErrorBody } from '../../../src/background/requests/rest.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { hasRateLimitCode } from '../../../src/exchanges/validate/has-rate-limit-code.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'

const now = 1_790_000_000_000
beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What the requests of a venue make of a body. */
function replyTo(venue: string, body: unknown) {
  const exchange = exchangeOf(venue)!
  const message = rowsOf(read(exchange, 'rest.error', body, now), 'error')[0]?.message
  return message === undefined ? null : replyToErrorBody(message, hasRateLimitCode(exchange, body))
}

test.each([
  ['binance', { code: -1003, msg: 'Way over the weight; IP banned.' }],
  ['bybit', { retCode: 10006, retMsg: 'Too many visits!', result: {} }],
  ['bybit', { retCode: 10018, retMsg: 'IP', result: {} }],
  ['bybit', { retCode: 10429, retMsg: 'System level frequency protection', result: {} }],
  ['okx', { code: '50011', msg: 'Requests', data: [] }],
  ['kucoin', { code: '429000', msg: 'Slow down' }],
  ['gate', { label: 'TOO_MANY_REQUESTS', message: 'Wait' }],
  ['gate', { label: 'RATE_LIMIT', message: 'Wait' }],
  ['mexc', { code: 510, msg: 'Wait' }],
  ['bitget', { code: '429', msg: 'Wait', data: null }],
  ['bitget', { code: '30007', msg: 'Request over limit', data: null }],
  ['htx', { status: 'error', 'err-code': 'request-too-fast', 'err-msg': 'Wait' }],
  ['htx', { status: 'error', 'err-code': 'too-many-request', 'err-msg': 'Wait' }],
  ['cryptocom', { id: -1, code: 10006, message: 'TOO_MANY_REQUESTS' }],
  ['cryptocom', { id: -1, code: 42901 }],
  ['coinbase', { message: 'Public rate limit exceeded' }],
  ['coinbase', { error: 'rate_limit_exceeded', message: 'Wait' }],
  ['kraken', { error: ['EGeneral:Too many requests'] }],
  ['kraken', { error: ['EAPI:Rate limit exceeded'], result: null }],
  ['kraken', { error: ['EService:Throttled: soon'] }],
  ['upbit', { error: { name: 'too_many_requests', message: '요청 수 제한' } }],
  ['bithumb', { error: { name: 'too_many_requests', message: '요청 수 제한' } }],
  ['upbit', { error: { name: 'too_many_request_error', message: '잠시 후 다시' } }],
  ['bithumb', { status: '5600', message: '요청 횟수 초과' }],
  ['bitbank', { success: 0, data: { code: 10009 } }],
  ['bitbank', { success: 0, data: { code: '10009' } }],
  ['gmocoin', { status: 1, messages: [{ message_code: 'ERR-5003', message_string: 'Wait' }] }],
  ['bitflyer', { status: -208, error_message: 'Over API limit per period, per IP address', data: null }],
  ['coincheck', { success: false, error: 'too many requests' }],
])('a body of %s about too many requests is a rate limit: %j', (venue, body) => {
  expect(replyTo(venue, body)).toMatchObject({ kind: 'rate-limited', retryAt: null })
})

test.each([
  ['bitbank', { success: 0, data: { code: 10000 } }],
  ['bitflyer', { status: -500, error_message: 'Internal server error', data: null }],
  ['gmocoin', { status: 1, messages: [{ message_code: 'ERR-5207', message_string: 'Wrong symbol' }] }],
  ['kraken', { error: ['EQuery:Unknown asset pair'] }],
])('a body of %s about something else is none: %j', (venue, body) => {
  expect(replyTo(venue, body)).toMatchObject({ kind: 'stale' })
})

test.each([
  [now / 1000 + 90, 90_000],
  // A moment that has passed, and one in another century.
  [now / 1000 - 90, 1000],
  [9_999_999_999, 3 * 86_400_000],
])('the wait ends at the moment that Kraken names (%i s), within reason', (moment, waitMs) => {
  expect(replyTo('kraken', { error: [`EService:Throttled: ${moment}`] })).toMatchObject({
    kind: 'rate-limited',
    retryAt: now + waitMs,
  })
})

test('a warning of Kraken beside a result is no refusal, without a result it is one', () => {
  const result = { XXBTZUSD: { c: ['1', '1'] } }
  const warned = { error: ['WGeneral:Deprecated'], result }
  expect(replyTo('kraken', warned)).toBeNull()
  expect(rowsOf(read(exchangeOf('kraken')!, 'rest.tickers', warned, now), 'tick')).toHaveLength(1)
  expect(replyTo('kraken', { error: ['WGeneral:Deprecated', 'EService:Busy'], result })).not.toBeNull()
  expect(replyTo('kraken', { error: ['WGeneral:Deprecated'] })).toMatchObject({ kind: 'stale' })
})

test.each([400, 404, 503, 510])(
  'a limit in the body of an HTTP %i counts, another error keeps the status',
  async (status) => {
    const judge = (payload: unknown) => replyTo('gmocoin', payload)
    const reply = async (code: string) => {
      const body = { status: 1, messages: [{ message_code: code, message_string: 'x' }] }
      vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })))
      return fetchJson(
        { kind: 'rest.tickers', url: 'https://x/', weight: 1 },
        new AbortController().signal,
        judge,
      )
    }
    expect(await reply('ERR-5003')).toMatchObject({ kind: 'rate-limited' })
    expect(await reply('ERR-5207')).toMatchObject({ kind: 'stale', reason: `HTTP ${status}` })
  },
)
