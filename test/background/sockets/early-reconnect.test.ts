import { expect, test } from 'vitest'
import { createEarlyReconnect } from '../../../src/background/sockets/early-reconnect.ts'

test('a venue that announces it on each new connection does not make it a storm', () => {
  const left: number[] = []
  let now = 1_700_000_000_000
  const start = now
  const early = createEarlyReconnect(() => {
    left.push(now - start)
    early.cancel()
  })
  for (; now < start + 60_000; now += 1000) {
    early.request(now)
    early.tick(now)
  }
  expect(left).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000])
})

test('a connection that closes by itself meanwhile is not left', () => {
  let left = 0
  const early = createEarlyReconnect(() => void left++)
  early.request(0)
  early.cancel()
  early.request(1000)
  early.cancel()
  early.tick(20_000)
  expect(left).toBe(1)
})
