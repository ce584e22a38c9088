import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { openRecorded } from '../../../tools/market-server/recorded.ts'

const folder = mkdtempSync(join(tmpdir(), 'keiho-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, rows: string): string => {
  const path = join(folder, name)
  writeFileSync(path, gzipSync(`time_ms,side,price,amount\n${rows}\n`))
  return path
}

const at = Date.UTC(2020, 0, 2, 17)
const one = write(
  'ZZZ_2020-01-02_17.00.csv.gz',
  [
    `${at - 900_000},B,0.00000100,7`,
    `${at},B,0.00000100,1`,
    `${at},B,0.00000102,2.5`,
    `${at},S,0.00000099,3`,
  ].join('\n'),
)

test('trades before the start are history, the rest arrives fill by fill', () => {
  const { market, starts, ends, page } = openRecorded([one])
  expect([starts, ends, page]).toEqual([at - 600_000, at + 1_200_000, { base: 'ZZZ', quote: 'BTC' }])
  const tape = market.tapes.get('ZZZBTC')
  expect(tape?.prints).toHaveLength(1)
  expect(tape?.instrument).toMatchObject({ tick: 1e-8, step: 0.1 })
  const prints = market.advance(at)
  expect(prints.map(({ side, price, amount }) => [side, price, amount])).toEqual([
    ['buy', 0.000001, 1],
    ['buy', 0.00000102, 2.5],
    ['sell', 0.00000099, 3],
  ])
})

test('files can be shifted so that one instant of each coincides', () => {
  const withRetryAfter = at + 86_400_000
  const other = write('YYY_2020-01-03_17.00.csv.gz', `${withRetryAfter - 5},S,0.001,1`)
  const { market } = openRecorded([one, other], { align: [at, withRetryAfter] })
  expect(market.advance(at).filter(({ symbol }) => symbol === 'YYYBTC')).toMatchObject([
    { at: at - 5, side: 'sell' },
  ])
})

test('the generated market can be added', () => {
  const { market } = openRecorded([one], { crowd: true })
  expect(market.tapes.size).toBeGreaterThan(400)
  expect(market.advance(at).length).toBeGreaterThan(4)
})

test('a file with another header is refused', () => {
  const path = join(folder, 'XXX.csv')
  writeFileSync(path, 'price,time\n1,2\n')
  expect(() => openRecorded([path])).toThrow('expected the header')
})

const recordings = '../shared/data/pump-trades'

describe.skipIf(!existsSync(recordings))(`recorded pumps (skipped without ${recordings})`, () => {
  test('a replay equals its file, fill by fill', () => {
    const name = readdirSync(recordings).find((file) => file.startsWith('YOYOW')) ?? ''
    const path = join(recordings, name)
    const rows = gunzipSync(readFileSync(path)).toString().trim().split('\n').slice(1)
    const first = Number(rows[0]?.split(',')[0])
    const last = Number(rows.at(-1)?.split(',')[0])
    const { market } = openRecorded([path], { from: first - 1, until: last })
    const replayed = market.advance(last).map(({ at: time, side, price, amount }) => {
      return [time, side === 'buy' ? 'B' : 'S', price, amount].join()
    })
    const written = rows.map((row) => {
      const [time, side, price, amount] = row.split(',')
      return [time, side, Number(price), Number(amount)].join()
    })
    expect(replayed).toEqual(written)
  })
})
