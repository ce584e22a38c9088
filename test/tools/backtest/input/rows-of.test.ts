import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { written } from '../written.ts'
import { recogniseTrades } from '../../../../tools/backtest/input/formats/trades.ts'
import { createReading, rowsOf } from '../../../../tools/backtest/input/rows-of.ts'

const header = 'time_ms,side,price,amount'
const format = recogniseTrades(header.split(','))
if (format?.kind !== 'trades') throw new Error('trades are not recognised by their own header')
const read = format.reader('SYSBTC')

async function readAll(file: string) {
  const reading = createReading()
  const rows = []
  for await (const batch of rowsOf(file, true, read, reading)) rows.push(...batch)
  return { rows, reading }
}

test('whatever follows the header, each line is a valid trade or counted as dropped', async () => {
  const sound = '1530668400123,B,0.00005,12'
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (junk) => {
      const content = Buffer.concat([Buffer.from(`${header}\n`), junk, Buffer.from(`\n${sound}\n`)])
      const { rows, reading } = await readAll(await written('a.csv', content))
      const lines = content
        .toString('latin1')
        .split('\n')
        .slice(1)
        .filter((line) => line.replace(/\r$/, '') !== '')
      expect(reading.rows + reading.dropped).toBe(lines.length)
      expect(rows).toHaveLength(reading.rows)
      expect(rows.every(({ price, amount, at }) => price > 0 && amount > 0 && at > 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a side that is none', '1530668400123,X,1,1'],
  ['a price of nothing', '1530668400123,B,0,1'],
  ['a negative amount', '1530668400123,B,1,-1'],
  ['seconds for milliseconds', '1530668400,B,1,1'],
  ['a missing field', '1530668400123,B,1'],
  ['an infinite price', '1530668400123,B,1e999,1'],
])('%s is dropped and its position recorded', async (_, row) => {
  const file = await written('a.csv', `${header}\n1530668400123,B,1,1\n${row}\n`)
  const { reading } = await readAll(file)
  expect(reading).toEqual({ rows: 1, dropped: 1, firstDropped: `${file} line 3` })
})

test('a file without a valid row is refused', async () => {
  await expect(readAll(await written('a.csv', `${header}\n1,2,3,4\n`))).rejects.toThrow(UsageError)
  await expect(readAll(await written('b.csv', `${header}\n`))).rejects.toThrow(UsageError)
})
