import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forex } from '../../src/exchanges/forex.ts'

const row = {
  ask: '150.02',
  bid: '149.98',
  symbol: 'USD_JPY',
  timestamp: '2026-09-02T12:34:56.789671Z',
  status: 'OPEN',
}
const reply = (...data: readonly unknown[]) => ({
  status: 0,
  data,
  responsetime: '2026-09-02T12:34:57.000Z',
})

test('reads the mid rate and its time', () => {
  expect(forex.read(reply(row, { ...row, symbol: 'EUR_USD', ask: '1.1002', bid: '1.1' }))).toEqual({
    rates: [
      { base: 'USD', quote: 'JPY', rate: 150, at: Date.UTC(2026, 8, 2, 12, 34, 56, 789) },
      { base: 'EUR', quote: 'USD', rate: 1.1001, at: Date.UTC(2026, 8, 2, 12, 34, 56, 789) },
    ],
    dropped: 0,
  })
})

test.each([
  ['crossed', { bid: '151' }],
  ['wider than a rate can be', { ask: '160' }],
  ['without a price', { bid: '' }],
  ['at zero', { bid: '0', ask: '0' }],
  ['without a time', { timestamp: 'yesterday' }],
  ['of no pair', { symbol: 'USDJPY' }],
])('drops and counts a row that is %s', (_, change) => {
  expect(forex.read(reply({ ...row, ...change }, row))).toMatchObject({
    rates: [{ base: 'USD' }],
    dropped: 1,
  })
})

test('reads no rates from a refusal', () => {
  const refusal = { status: 5, messages: [{ message_code: 'ERR-5201', message_string: 'MAINTENANCE.' }] }
  expect(forex.read(refusal)).toEqual({ rates: [], dropped: 1 })
})

test('gives only valid rates for any JSON and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.array(fc.jsonValue()).map((data) => reply(...data)),
      ),
      (payload) => {
        for (const { rate, at } of forex.read(payload).rates) {
          expect(rate).toBeGreaterThan(0)
          expect(Number.isFinite(at)).toBe(true)
        }
      },
    ),
  )
})

test('requests one host over https', () => {
  const [host = ''] = forex.hosts
  expect(forex.url.startsWith(host.replace('*', ''))).toBe(true)
})
