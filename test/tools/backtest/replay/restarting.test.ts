import { expect, test } from 'vitest'
import { recorder } from './recorder.ts'
import { restarting } from '../../../../tools/backtest/replay/restarting.ts'

const hourMs = 3_600_000
const hour = Math.floor(Date.UTC(2020, 0, 1) / hourMs) * hourMs

test('a new detector begins at its minute of each hour and knows the pairs', () => {
  const begun: { listed: number; frames: number[] }[] = []
  const detector = restarting(() => {
    const own = { listed: 0, frames: [] as number[] }
    begun.push(own)
    const { detector } = recorder()
    return {
      ...detector,
      list: (listings) => void (own.listed += listings.length),
      ticks(ticks, at) {
        own.frames.push((at - hour) / 60_000)
        return detector.ticks(ticks, at)
      },
    }
  }, 40)
  detector.list([{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
  for (const minute of [10, 39, 40, 99, 100, 101]) detector.ticks([], hour + minute * 60_000)
  // The first is replaced at once: it has seen nothing of the hour it starts in.
  expect(begun.map(({ frames }) => frames)).toEqual([[], [10, 39], [40, 99], [100, 101]])
  expect(begun.every(({ listed }) => listed === 1)).toBe(true)
})
