import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { emptyFolder } from '../written.ts'
import { plan } from '../../../../tools/backtest/input/plan.ts'

const trades = 'time_ms,side,price,amount\n'
const binance = '7,0.00005,12,0.0006,1530668400123,False,True\n'
const kline = '1530668400000,2,4,1,3,10,1530668459999,25,7,4,10,0\n'
const labels = 'coin,announced_utc\n'

/** The plan for a folder with these files, each job as its kind, files and pairs. */
async function planFor(files: Readonly<Record<string, string>>, pair: Parameters<typeof plan>[1] = null) {
  const folder = await emptyFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const said: string[] = []
  const jobs = await plan(folder, pair, (line) => said.push(line.slice(folder.length + 1)))
  const short = jobs.map(({ kind, files }) => [
    kind,
    ...files.map((each) => `${each.file.slice(folder.length + 1)} ${each.pair?.base ?? '-'}`),
  ])
  return { jobs: short, said }
}

test('each trades file is a recording of its own, other files are skipped', async () => {
  const files = { 'VIB_2.csv': trades, 'VIB_1.csv': trades, 'labels.csv': labels, 'README.md': 'x' }
  expect(await planFor(files)).toEqual({
    jobs: [
      ['trades', 'VIB_1.csv VIB'],
      ['trades', 'VIB_2.csv VIB'],
    ],
    said: ['labels.csv: holds labels, left out'],
  })
})

test('daily parts of a pair are one recording, bars with a file per pair one market', async () => {
  const files = {
    'd/SYSBTC-trades-2018-07-04.csv': binance,
    'd/SYSBTC-trades-2018-07-03.csv': binance,
    'd/VIABTC-trades-2018-07-03.csv': binance,
    'k/SYSBTC-1m-2018-07.csv': kline,
    'k/VIABTC-1m-2018-07.csv': kline,
  }
  expect((await planFor(files)).jobs).toEqual([
    ['trades', 'd/SYSBTC-trades-2018-07-03.csv SYS', 'd/SYSBTC-trades-2018-07-04.csv SYS'],
    ['trades', 'd/VIABTC-trades-2018-07-03.csv VIA'],
    ['bars', 'k/SYSBTC-1m-2018-07.csv SYS', 'k/VIABTC-1m-2018-07.csv VIA'],
  ])
})

test('--pair takes precedence over the file name', async () => {
  const { jobs } = await planFor({ 'x.csv': trades }, { base: 'NXS', quote: 'BTC' })
  expect(jobs).toEqual([['trades', 'x.csv NXS']])
})

test('a name without a pair, a folder of labels and an unknown file are refused', async () => {
  await expect(planFor({ 'x.csv': trades })).rejects.toThrow(/--pair/)
  await expect(planFor({ 'x.csv': labels })).rejects.toThrow(UsageError)
  await expect(planFor({ 'x.csv': 'a,b\n' })).rejects.toThrow(UsageError)
  await expect(plan('x.txt', null, () => undefined)).rejects.toThrow(UsageError)
})
