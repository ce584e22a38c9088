import { expect, test } from 'vitest'
import { binance } from '../../src/exchanges/binance.ts'
import { gate } from '../../src/exchanges/gate.ts'
import { okx } from '../../src/exchanges/okx.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import { samples } from './samples/registry.ts'

const at = 1_700_000_000_000
const upgrade = 'The connection will soon be closed for a service upgrade. Please reconnect.'

test.each([
  [binance, { e: 'serverShutdown', E: at }],
  [binance, { stream: '!serverShutdown', data: { e: 'serverShutdown', E: at } }],
  [binance, { stream: '', data: { e: 'serverShutdown', E: at } }],
  [okx, { event: 'notice', code: '64008', msg: upgrade, connId: 'a4d3ae55' }],
  [gate, { time: 1, channel: 'spot.system', event: 'update', result: { type: 'upgrade', msg: upgrade } }],
])(
  'the message before a planned disconnect is known and carries no data (%#)',
  ({ trades, stream, kindOf }, message) => {
    expect(trades.stream.isClosing!(message)).toBe(true)
    if (stream) expect(stream.isClosing!(message)).toBe(true)
    expect(kindOf(message)).toBeNull()
  },
)

test.each([
  [okx, { event: 'notice', code: '64001', msg: 'another notice', connId: 'a4d3ae55' }],
  [gate, { time: 1, channel: 'spot.system', event: 'update', result: { type: 'invalid_sbe_schema_id' } }],
  [gate, { time: 1, channel: 'spot.system', event: 'update', result: null }],
])('another notice is none (%#)', ({ trades }, message) => {
  expect(trades.stream.isClosing!(message)).toBe(false)
})

test('nothing else that an exchange sends is taken for one', () => {
  for (const { id, trades, stream } of exchanges) {
    const { payloads, noData } = samples[id]!
    const messages = [null, 7, 'pong', [], {}, ...payloads.map(({ payload }) => payload), ...noData]
    const announced = messages.filter((message) =>
      /serverShutdown|"64008"|"type":"upgrade"/.test(JSON.stringify(message)),
    )
    for (const { isClosing } of [trades.stream, stream ?? trades.stream])
      expect(messages.filter((message) => isClosing?.(message))).toEqual(isClosing ? announced : [])
  }
})
