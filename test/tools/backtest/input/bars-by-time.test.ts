import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsByTime } from '../../../../tools/backtest/input/bars-by-time.ts'
import type { Bar } from '../../../../tools/backtest/input/bar.ts'

function barOf(pair: string, at: number, volume = 1): Bar {
  return { pair, at, open: 1, high: 2, low: 1, close: 2, baseVolume: volume, quoteVolume: NaN, count: NaN }
}

function batchesOf(bars: readonly Bar[]): AsyncIterable<readonly Bar[]> {
  const starts = bars.flatMap((_, index) => (index % 5 === 0 ? [index] : []))
  return Readable.from(starts.map((from) => bars.slice(from, from + 5)))
}

async function framesOf(bars: readonly Bar[], held: number) {
  const frames = []
  for await (const frame of (await barsByTime(batchesOf(bars), held)).frames) frames.push(frame)
  return frames
}

test('sorts as an array does, however little memory it has', async () => {
  const bar = fc.tuple(fc.constantFrom('A/BTC', 'B/BTC', 'C/BTC'), fc.integer({ min: 1, max: 20 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(bar, { maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      async (keys, held) => {
        const bars = keys.map(([pair, at], index) => barOf(pair, at * 60_000, index))
        const order: string[] = [...new Set(keys.map(([pair]) => pair))]
        const expected = bars.toSorted((a, b) => a.at - b.at || order.indexOf(a.pair) - order.indexOf(b.pair))
        const frames = await framesOf(bars, held)
        expect(frames.flatMap((frame) => frame.bars)).toEqual(expected)
        expect(frames.map(({ at }) => at)).toEqual([...new Set(expected.map(({ at }) => at))])
      },
    ),
    { numRuns: 60 },
  )
})

test('one stray row does not shorten the bar length', async () => {
  const times = [0, 180, 360, 361, 540, 720].map((s) => 1_600_000_000_000 + s * 1000)
  const sorted = await barsByTime(batchesOf(times.map((at) => barOf('A/BTC', at))))
  expect(sorted.length).toBe(180_000)
})
