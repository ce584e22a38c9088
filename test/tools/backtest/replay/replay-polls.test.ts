import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import type { Job } from '../../../../tools/backtest/input/plan.ts'
import { written } from '../written.ts'
import { recorder } from './recorder.ts'
import { replayPolls } from '../../../../tools/backtest/replay/replay-polls.ts'
import type { ReplaySettings } from '../../../../tools/backtest/replay/replay-settings.ts'

const settings: ReplaySettings = { venue: 'yobit', sensitivity: 'balanced', confirm: true, announcements: [] }
const start = Date.UTC(2018, 6, 4)
const header = 'poll,coin,exchange_time,last,bid,ask,volume24h_btc'

async function playing(...rows: string[]) {
  const { detector, calls } = recorder()
  const file = await written('a.csv', [header, ...rows].join('\n'))
  const job: Job = { kind: 'polls', files: [{ file, pair: null }] }
  return { replayed: await replayPolls(job, settings, detector), calls }
}

test('poll k is a frame 60·k seconds after the start, with every coin in it', async () => {
  const { calls } = await playing(
    `0,SYS,${start / 1000},1,0.9,1.1,30`,
    `0,VIA,${start / 1000},2,,,40`,
    `1,SYS,${start / 1000 + 61},1.5,0.9,1.1,31`,
  )
  expect(calls.map(({ at, ticks }) => [at - start, ticks.map(({ symbol }) => symbol)])).toEqual([
    [0, ['SYSBTC', 'VIABTC']],
    [60_000, ['SYSBTC']],
  ])
  const [sys, via] = calls[0]!.ticks
  expect(sys).toMatchObject({
    base: 'SYS',
    quote: 'BTC',
    last: 1,
    bid: 0.9,
    ask: 1.1,
    quoteVolume: 30,
    at: start,
  })
  expect(via).not.toHaveProperty('bid')
})

test('the start is taken from the first row with a time', async () => {
  const { calls } = await playing('4,SYS,,1,,,30', `5,SYS,2018-07-04 00:05:00,1,,,30`)
  expect(calls.map(({ at }) => at - start)).toEqual([240_000, 300_000])
})

test('a poll out of order is dropped', async () => {
  const { calls, replayed } = await playing(
    `1,SYS,${start},1,,,3`,
    `0,SYS,${start},1,,,3`,
    `2,SYS,${start},1,,,3`,
  )
  expect(calls).toHaveLength(2)
  expect(replayed.reading.dropped).toBe(1)
})

test('polls without any time are refused', async () => {
  await expect(playing('0,SYS,,1,,,30')).rejects.toThrow(UsageError)
})
