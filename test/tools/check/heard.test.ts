import { expect, test } from 'vitest'
import { createHeard } from '../../../tools/check/heard.ts'

const reading = { rows: [], dropped: 1, example: 'tick last missing' }
const verdictOf = (heard: ReturnType<typeof createHeard>, kind: 'ws.ticker' | 'ws.liquidations') =>
  heard.of(kind).failure?.verdict ?? null

test('a connection that never opened is told of every kind', () => {
  const heard = createHeard(60)
  expect([verdictOf(heard, 'ws.ticker'), verdictOf(heard, 'ws.liquidations')]).toEqual([
    'unreachable',
    'unreachable',
  ])
})

test('without a word tickers are silent, liquidations are quiet: there may have been none', () => {
  const heard = createHeard(60)
  heard.open()
  // What subscribes and pings is answered.
  for (let i = 0; i < 12; i++) heard.takeOther(false)
  for (let i = 0; i < 40; i++) heard.takeOther(true)
  expect([verdictOf(heard, 'ws.ticker'), verdictOf(heard, 'ws.liquidations')]).toEqual(['silent', 'quiet'])
  heard.takeOther(false)
  expect(verdictOf(heard, 'ws.liquidations')).toBe('silent')
  expect(heard.of('ws.liquidations').failure?.what).toBe('53 messages, none of them with liquidations')
})

test('what was told of one kind says nothing of another', () => {
  const heard = createHeard(60)
  heard.open()
  heard.take('ws.ticker', reading, {}, 5)
  expect(heard.kinds()).toEqual(['ws.ticker'])
  expect(heard.of('ws.ticker')).toMatchObject({
    dropped: 1,
    example: 'tick last missing',
    at: 5,
    failure: null,
  })
  expect(verdictOf(heard, 'ws.liquidations')).toBe('quiet')
  heard.takeRefusal('no such topic')
  expect(heard.of('ws.liquidations').failure).toEqual({ verdict: 'refused', what: 'no such topic' })
})
