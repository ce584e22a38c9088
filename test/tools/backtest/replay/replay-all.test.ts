import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { plan, type Job } from '../../../../tools/backtest/input/plan.ts'
import { readLabels } from '../../../../tools/backtest/judge/labels.ts'
import { judge } from '../../../../tools/backtest/judge/verdict.ts'
import { written } from '../written.ts'
import { replayAll } from '../../../../tools/backtest/replay/replay-all.ts'
import type { ReplaySettings } from '../../../../tools/backtest/replay/replay-settings.ts'

const settings: ReplaySettings = {
  venue: 'binance',
  sensitivity: 'balanced',
  confirm: true,
  announcements: [],
}
const sides = { base: 'SYS', quote: 'BTC' }

async function results(jobs: readonly Job[], threads: number, how = settings) {
  const all = []
  for await (const replayed of replayAll(jobs, how, threads)) all.push(replayed)
  return all
}

/** Trades once a second from `from`, all at one price. */
function trades(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `${from + index * 1000},B,0.5,1`)
  return ['time_ms,side,price,amount', ...rows].join('\n')
}

test(
  'neither threads nor runs over parts of the jobs change the results or their order',
  { timeout: 30_000 },
  async () => {
    const files = [4000, 10, 300].map((count, at) => written('a.csv', trades(1_530_000_000_000 + at, count)))
    const jobs = (await Promise.all(files)).map((file): Job => ({
      kind: 'trades',
      files: [{ file, pair: sides }],
    }))
    const alone = await results(jobs, 1)
    expect(await results(jobs, 3)).toEqual(alone)
    // What a batch system spreads over machines adds up to one run.
    expect([...(await results(jobs.slice(0, 2), 1)), ...(await results(jobs.slice(2), 1))]).toEqual(alone)
  },
)

test('an unreadable file is refused the same with and without threads', { timeout: 30_000 }, async () => {
  const files = [await written('a.csv', trades(1_530_000_000_000, 10)), 'nowhere.csv']
  const jobs = files.map((file): Job => ({ kind: 'trades', files: [{ file, pair: sides }] }))
  await expect(results(jobs, 2)).rejects.toThrow(UsageError)
  await expect(results(jobs, 2)).rejects.toThrow('nowhere.csv: cannot be read: no such file')
})

test('parts of one pair are one recording, and overlapping rows count as dropped', async () => {
  const part = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `${index},0.5,1,0.5,${from + index * 1000},False,True`).join(
      '\n',
    )
  const start = 1_530_000_000_000
  const files = await Promise.all([
    written('a.csv', part(start, 100)),
    written('b.csv', part(start + 90_000, 100)),
  ])
  const job: Job = { kind: 'trades', files: files.map((file) => ({ file, pair: sides })) }
  const [replayed] = await results([job], 1)
  expect(replayed?.runs[0]?.covered).toEqual({ from: start, to: start + 189_000 })
  expect(replayed?.reading.dropped).toBe(9)
})

const data = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

describe.skipIf(!existsSync(data))('recorded markets (skipped where ../shared/data is absent)', () => {
  test('two recordings of VIB/BTC that overlap hold one event', { timeout: 60_000 }, async () => {
    const announcements = await readLabels(`${data}/labels/pump-trades-events.csv`, 'binance')
    const jobs = (await plan(`${data}/pump-trades`, null, () => undefined)).filter(({ files }) =>
      files.some(({ file }) => file.includes('/VIB_2019-08-21_')),
    )
    const runs = (await results(jobs, 1, { ...settings, announcements })).flatMap((replayed) => replayed.runs)
    const { events, eventsThatMoved, pairDays } = judge(runs, announcements)
    expect(jobs).toHaveLength(2)
    // One source dates the announcement 17:59, the other 18:00.
    expect({ events, eventsThatMoved }).toEqual({ events: 1, eventsThatMoved: 1 })
    // Nineteen days, minus the first, minus seven hours around the announcement.
    expect(pairDays).toBeCloseTo(18 - 7 / 24, 0)
  })
})
