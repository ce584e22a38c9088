import { expect, test } from 'vitest'
import { createIntake } from '../../../src/background/venues/intake.ts'
import type { Tick } from '../../../src/market/tick.ts'

const now = 1_790_000_000_000
const tick = (symbol: string, at: number): Tick => ({
  type: 'tick',
  symbol,
  base: null,
  quote: null,
  at,
  last: 1,
})

function open() {
  const taken = { dropped: 0 }
  const intake = createIntake('binance', null, {
    onTicks: () => undefined,
    onEpisodesChanged: () => undefined,
    onStartOver: () => undefined,
    onDropped: (rows) => void (taken.dropped += rows),
  })
  return { intake, taken }
}

test('rows ahead of their frame are left out and counted', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now + 60_001)], 'stream')
  expect([...intake.engine.data.pairs.keys()]).toEqual(['A', 'B'])
  expect(taken.dropped).toBe(1)
})

test('a row is not ahead of its frame because other rows are old, where the venue says when it sent them', () => {
  const { intake, taken } = open()
  const old = ['A', 'B', 'C'].map((symbol) => tick(symbol, now - 3_600_000))
  intake.takeFrame([...old, tick('D', now)], 'poll', now)
  expect(intake.engine.data.pairs.get('D')).toMatchObject({ at: now })
  expect(taken.dropped).toBe(0)
})

test('rows older than what is known of their pair are left out and counted', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now)], 'stream')
  intake.takeFrame([tick('A', now - 5000), tick('B', now), tick('C', now + 1000)], 'stream')
  expect(taken.dropped).toBe(1)
})

test('a frame of doubtful time is counted row by row', () => {
  const { intake, taken } = open()
  intake.takeFrame([tick('A', now), tick('B', now), tick('C', now)], 'stream')
  expect(intake.takeFrame([tick('A', now + 1e9)], 'stream')).toBe(false)
  expect(taken.dropped).toBe(1)
})
