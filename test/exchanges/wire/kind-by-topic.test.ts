import { describe, expect, test } from 'vitest'
import { ifKind, kindByTopic } from '../../../src/exchanges/wire/kind-by-topic.ts'

const kindOf = kindByTopic('channel', { 'trades.*': 'ws.trades', status: 'ws.status' }, (m) => 'data' in m)

describe('kindByTopic', () => {
  test('tells the kind by the whole topic of a message with content', () => {
    expect(kindOf({ channel: 'trades.SYS-BTC', data: [] })).toBe('ws.trades')
    expect(kindOf({ channel: 'status', data: [] })).toBe('ws.status')
    for (const channel of ['trades', 'trades.', 'my.trades.SYS', 'trades.a.b', 'status2', 'statu', 7, null])
      expect(kindOf({ channel, data: [] })).toBeNull()
    expect(kindOf({ channel: 'status' })).toBeNull()
  })
})

test('ifKind rejects messages of another kind', () => {
  const reader = ifKind(kindOf, 'ws.trades', () => [])
  expect(reader({ channel: 'trades.SYS', data: [] }, 0)).toEqual([])
  expect(() => reader({ channel: 'status', data: [] }, 0)).toThrow()
})
