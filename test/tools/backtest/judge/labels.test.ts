import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { written } from '../written.ts'
import { readLabels } from '../../../../tools/backtest/judge/labels.ts'

const at = Date.UTC(2018, 6, 4, 1, 40)

test('reads coin and time, with and without zone, and only its exchange', async () => {
  const rows = [
    'binance,sys,2018-07-04T01:40:00Z,x',
    'yobit,VIA,2018-07-04T01:40:00Z,y',
    'Binance,NXS,2018-07-04 01:40:00,',
  ]
  const file = await written('labels.csv', ['exchange,coin,announced_utc,source', ...rows].join('\r\n'))
  expect(await readLabels(file, 'binance')).toEqual([
    { coin: 'SYS', at },
    { coin: 'NXS', at },
  ])
})

test('without an exchange column every row counts', async () => {
  const file = await written('labels.csv', 'announced_utc,coin\n2018-07-04T10:40:00+09:00,SYS\n')
  expect(await readLabels(file, 'yobit')).toEqual([{ coin: 'SYS', at }])
})

test.each([
  ['a time that is none', 'coin,announced_utc\nSYS,soon\n', /line 2/],
  ['no coin', 'coin,announced_utc\n\n,2018-07-04T01:40:00Z\n', /line 3/],
  ['other columns', 'a,b\n1,2\n', /line 1: labels need the columns coin,announced_utc/],
  ['nothing', '', /is empty/],
])('%s is refused with its line', async (_, content, message) => {
  const refusal = readLabels(await written('labels.csv', content), 'binance')
  await expect(refusal).rejects.toThrow(UsageError)
  await expect(refusal).rejects.toThrow(message)
})
