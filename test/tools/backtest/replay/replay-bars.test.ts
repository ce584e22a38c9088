import { expect, test } from 'vitest'
import type { Job } from '../../../../tools/backtest/input/plan.ts'
import { written } from '../written.ts'
import { recorder } from './recorder.ts'
import { replayBars } from '../../../../tools/backtest/replay/replay-bars.ts'
import type { ReplaySettings } from '../../../../tools/backtest/replay/replay-settings.ts'

const settings: ReplaySettings = {
  venue: 'binance',
  sensitivity: 'balanced',
  confirm: true,
  announcements: [],
}
const start = 1_600_000_200
const header = 'pair,time_s,open,high,low,close,volume'

async function playing(...rows: string[]) {
  const { detector, calls } = recorder()
  const job: Job = {
    kind: 'bars',
    files: [{ file: await written('a.csv', [header, ...rows].join('\n')), pair: null }],
  }
  const replayed = await replayBars(job, settings, detector)
  const frames = calls.map(({ at, ticks }) => [at / 1000 - start, ticks.map(({ symbol }) => symbol)])
  return { replayed, calls, frames }
}

test('a bar is sent when it is over, with those of all other pairs', async () => {
  const { frames } = await playing(
    `A_BTC,${start},1,2,1,2,5`,
    `A_BTC,${start + 60},2,2,2,2,5`,
    `B_BTC,${start},7,7,7,7,1`,
    `B_BTC,${start + 60},7,8,7,8,1`,
  )
  expect(frames).toEqual([
    [60, ['ABTC', 'BBTC']],
    [120, ['ABTC', 'BBTC']],
  ])
})

test('a tick carries the rolling statistics of the last hour', async () => {
  const rows = Array.from(
    { length: 61 },
    (_, minute) => `A_BTC,${start + minute * 60},${minute + 1},90,1,${minute + 1},2`,
  )
  const { calls } = await playing(...rows)
  const tick = calls.at(-1)?.ticks[0]
  // The window opens an hour before the close: the first bar has just left it.
  expect(tick).toMatchObject({
    last: 61,
    open: 2,
    high: 90,
    low: 1,
    baseVolume: 120,
    since: (start + 60) * 1000,
  })
  expect(tick).not.toHaveProperty('count')
})

test('a pair that did not trade has no tick but counts as covered', async () => {
  const { frames, replayed } = await playing(
    `A_BTC,${start},1,1,1,1,5`,
    `A_BTC,${start + 60},1,1,1,1,0`,
    `B_BTC,${start},1,1,1,1,5`,
    `B_BTC,${start + 60},1,1,1,1,5`,
  )
  expect(frames.at(-1)).toEqual([120, ['BBTC']])
  const [first] = replayed.runs
  expect(first).toMatchObject({
    pair: 'A/BTC',
    covered: { from: (start + 60) * 1000, to: (start + 120) * 1000 },
  })
})

test('between longer bars the feed goes on; a gap in the recording stays a gap', async () => {
  const at = async (times: readonly number[]) => {
    const { frames } = await playing(...times.map((second) => `A_BTC,${start + second},1,1,1,1,5`))
    return frames.map(([at]) => at)
  }
  // Bars up to the length of a gap need no frames in between; longer ones only as many as prevent a gap.
  expect(await at([0, 180, 360, 36_000])).toEqual([180, 360, 540, 36_180])
  expect(await at([0, 300, 600, 36_000])).toEqual([300, 450, 600, 750, 900, 36_300])
})

test('a duplicate bar counts once', async () => {
  const { replayed, calls } = await playing(`A_BTC,${start},1,1,1,1,5`, `A_BTC,${start},1,1,1,1,5`)
  expect(calls[0]?.ticks[0]?.baseVolume).toBe(5)
  expect(replayed.reading.dropped).toBe(1)
})
