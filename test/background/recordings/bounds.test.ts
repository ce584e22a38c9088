import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { maxStoredChars, maxUnprunedChars } from '../../../src/background/recordings/limits.ts'
import { putParts } from '../../../src/background/recordings/recording-store.ts'
import { createRecordings } from '../../../src/background/recordings/recordings.ts'
import { withDatabase } from '../../../src/background/storage/database.ts'
import { playInput } from '../../../src/detect/play-input.ts'
import type { EngineInput } from '../../../src/detect/recording/engine-input.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { simulatePump } from '../../detect/synthetic/simulate-pump.ts'
import { SyntheticFeed, syntheticSymbols } from '../../detect/synthetic/synthetic-feed.ts'

// What is stored of recordings has an end between two prunings too, and what has lost its beginning is no recording.

const clear = () => withDatabase((db) => db.clear('recordings'))
beforeEach(clear)
afterEach(clear)

/** Recordings beside an engine in which a coin is pumped, as far as its episode has begun. */
function pumpedCoin() {
  const recordings = createRecordings()
  const feed = new SyntheticFeed(syntheticSymbols(40))
  feed.calm(900, seeded(1))
  const { engine } = feed
  const begins = feed.inputs.length
  const past = new SyntheticFeed(syntheticSymbols(40))
  past.calm(900, seeded(1))
  simulatePump(past, 'SYSUSDT')
  const take = (input: EngineInput) => {
    recordings.before(engine, input)
    playInput(engine, input)
    recordings.after(engine, input)
  }
  for (const input of past.inputs.slice(begins, begins + 200))
    take(input.kind === 'ticks' ? { ...input, kind: 'frame' } : { ...input, kind: input.kind })
  const episode = engine.data.pairs.get('SYSUSDT')!.episode!.id
  /** The coin is told so many candles, of about a hundred characters each. */
  const grow = (count: number) => {
    const [at, price] = [engine.data.at, 150]
    const candle = {
      type: 'candle',
      at,
      open: price,
      high: price,
      low: price,
      close: price,
      baseVolume: 1,
    } as const
    take({ kind: 'history', symbol: 'SYSUSDT', candles: Array.from({ length: count }, () => candle) })
  }
  return { recordings, episode, grow }
}

const part = (episode: string, to: number, size: number) => {
  return { episode, venue: 'binance', to, size, lines: [''], inputs: 1, card: '{}', full: false }
}
const stored = async () =>
  new Set((await withDatabase((db) => db.getAll('recordings'))).map(({ episode }) => episode))

test('much that is stored within the hour deletes the oldest', async () => {
  const now = Date.now()
  const { recordings, episode, grow } = pumpedCoin()
  recordings.tick(now)
  await recordings.flush()
  await putParts([part('old', now - 60_000, maxStoredChars)])
  recordings.tick(now + 1000)
  await recordings.flush()
  expect(await stored()).toEqual(new Set(['old', episode]))

  grow(maxUnprunedChars / 64)
  await recordings.flush()
  recordings.tick(now + 2000)
  await recordings.flush()
  expect(await stored()).toEqual(new Set([episode]))
})

test('a running recording whose beginning is deleted goes on no further', async () => {
  const now = Date.now()
  const { recordings, episode, grow } = pumpedCoin()
  await recordings.flush()
  expect(await recordings.get(episode)).not.toBeNull()
  await putParts([part('newest', now + 60_000, maxStoredChars)])
  recordings.tick(now)
  await recordings.flush()
  grow(10)
  await recordings.flush()
  expect(await stored()).toEqual(new Set(['newest']))
  expect(await recordings.get(episode)).toBeNull()
})
