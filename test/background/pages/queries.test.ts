import fc from 'fast-check'
import type { Runtime } from 'webextension-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerQueries, type QueryHandlers } from '../../../src/background/pages/queries.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { stub } from '../../shared/browser-stub.ts'

const page = { url: 'chrome-extension://stub/src/details/index.html' } as Runtime.MessageSender
const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }
const handlers: QueryHandlers = {
  tape: ({ pair: { base } }) => ({
    windowMs: 60_000,
    trades: base.length,
    takerBuys: 0,
    rushOrders: 0,
    buyShare: null,
    turnover: 0,
  }),
  elsewhere: () => Promise.resolve([]),
  course: () => null,
  preview: () => ({ notifications: 3, flagged: 4, since: null }),
  'delete-data': () => true,
}
const answer = answerQueries(handlers)

beforeEach(() => stub.reset())

describe('a query', () => {
  test('is answered by its handler', async () => {
    const reply = await answer({ query: 'tape', args: { pair } }, page)
    expect(reply).toMatchObject({ answer: { trades: 3 } })
    expect(await answer({ query: 'delete-data', args: {} }, page)).toEqual({ answer: true })
    const args = { settings: defaultSettings }
    expect(await answer({ query: 'preview', args: args }, page)).toMatchObject({ answer: { flagged: 4 } })
  })

  test('may be answered by null, unlike one without a handler', async () => {
    expect(await answer({ query: 'course', args: { episode: 'a' } }, page)).toEqual({ answer: null })
    expect(answer({ query: 'scorecard', args: {} }, page)).toBeUndefined()
  })

  test.each([
    'https://www.binance.com/en/trade/SYS_BTC',
    'chrome-extension://other/src/details/index.html',
    'https://x.test/?chrome-extension://stub/',
    undefined,
  ])('from %s is not answered', (url) => {
    expect(answer({ query: 'delete-data', args: {} }, { url } as Runtime.MessageSender)).toBeUndefined()
  })

  test.each([
    { query: 'tape', args: { pair: { venue: 'binance' } } },
    { query: 'tape', args: null },
    { query: 'candles', args: { pair, from: 5, until: 5 } },
    { query: 'candles', args: { pair, from: 0, until: Number.NaN } },
    { query: 'candles', args: { pair, from: 0, until: 91 * 86_400_000 } },
    { query: 'toString', args: {} },
    { query: '__proto__', args: {} },
    { query: 'tape' },
    { kind: 'retry' },
    null,
    'tape',
  ])('that is invalid is not answered: %j', (message) => {
    expect(
      answerQueries({ ...handlers, candles: () => ({ kind: 'known', intervalMs: 1, candles: [] }) })(
        message,
        page,
      ),
    ).toBeUndefined()
  })

  test('never throws, whatever the message', () => {
    const kinds = fc.constantFrom('history', 'candles', 'tape', 'course', 'preview', 'delete-data', 'x')
    const query = fc.record({ query: kinds, args: fc.anything() })
    fc.assert(fc.property(fc.oneof(fc.anything(), query), (message) => void answer(message, page)))
  })
})
