import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { addContractRow, emptyContractTables } from '../../../src/detect/perpetual/contract-tables.ts'
import { observeDerivative } from '../../../src/detect/perpetual/observe-derivative.ts'
import { fundingOf } from '../../../src/detect/perpetual/signs/funding.ts'
import { perpGapSteps, priceBand } from '../../../src/detect/thresholds.ts'

const data = fileURLToPath(new URL('../../../../shared/data/perpetual', import.meta.url))
const hourMs = 3_600_000

/** Rows of a recorded table, by the names in its head. */
function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = gunzipSync(readFileSync(`${data}/${file}.csv.gz`))
    .toString()
    .trim()
    .split(/\r?\n/)
  const names = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((text, i) => [names[i]!, text])))
}

const perThousand = (count: number, days: number) => (1000 * count) / days
const [notice, warning, danger] = perpGapSteps.map(({ distance }) => distance) as [number, number, number]

/** The three hours of the crash of 2025-10-10 are told of the market. */
const isCrash = (seconds: number) => Math.abs(seconds - Date.UTC(2025, 9, 10, 22) / 1000) <= 2 * 3600

/** Distances (log) of last from mark outside the crash: at the close of each hour, and of its extremes. */
function distances(files: readonly string[]) {
  const hours = files.flatMap(rowsOf).filter(({ time_s }) => !isCrash(Number(time_s)))
  const apart = (row: Readonly<Record<string, string>>, name: string) =>
    Math.abs(Math.log(Number(row[`last_${name}`]) / Number(row[`mark_${name}`])))
  return {
    days: hours.length / 24,
    closes: hours.map((row) => apart(row, 'close')),
    extremes: hours.map((row) => Math.max(apart(row, 'high'), apart(row, 'low'))),
  }
}

describe.skipIf(!existsSync(data))('recorded contracts (skipped where ../shared/data is absent)', () => {
  test('stand off their marks by a step in so few hours of 1,000 contract-days', () => {
    const { days, closes, extremes } = distances([
      'last-mark/binance-perp-1h-2025-10',
      'last-mark/binance-perp-1h-2026-02',
      'last-mark/bybit-perp-1h-2025-10',
    ])
    const rate = (all: readonly number[], least: number) =>
      perThousand(all.filter((each) => each >= least).length, days)
    expect(days).toBeGreaterThan(1000)
    // At one moment: as long as it would have to be held.
    expect(rate(closes, notice)).toBeLessThan(4)
    expect(rate(closes, warning)).toBeLessThan(1.5)
    expect(rate(closes, danger)).toBe(0)
    // For a moment of the hour, which is not held for a minute: no sign can fire more often.
    expect(rate(extremes, warning)).toBeLessThan(35)
    expect(rate(extremes, danger)).toBeLessThan(7)
    // Nothing ordinary is at a band that counts.
    expect(closes.filter((each) => each >= priceBand.minHalf)).toHaveLength(0)
  })

  test('stand nowhere near a step apart from those of another exchange', () => {
    const bybit = new Map(
      rowsOf('last-mark/bybit-perp-1h-2025-10').map((row) => [`${row.pair} ${row.time_s}`, row]),
    )
    const apart = rowsOf('last-mark/binance-perp-1h-2025-10')
      .filter(({ time_s }) => !isCrash(Number(time_s)))
      .flatMap((row) => {
        const other = bybit.get(`${row.pair} ${row.time_s}`)
        return other ? [Math.abs(Math.log(Number(row.last_close) / Number(other.last_close)))] : []
      })
    expect(apart.length).toBeGreaterThan(2500)
    expect(Math.max(...apart)).toBeLessThan(notice / 4)
  })

  test.each([
    ['funding/binance-perp-funding-2022-2026', 20, 2],
    ['funding/bybit-perp-funding-2025-2026', 20, 2],
    ['funding/okx-perp-funding-2025-2026', 20, 2],
  ])(
    '%s: funding is a notice %d times, a warning %d times in 1,000 contract-days at most',
    (file, most, mostGrave) => {
      const rows = rowsOf(file)
      const tables = emptyContractTables()
      const contracts = new Map<string, number>()
      let [days, told, grave] = [0, 0, 0]
      rows.forEach(({ pair, time_s, rate }, i) => {
        const next = rows[i + 1]
        const hours = next?.pair === pair ? Math.round((Number(next?.time_s) - Number(time_s)) / 3600) : 0
        if (hours < 1 || hours > 8) return
        days += hours / 24
        const row = contracts.get(pair!) ?? addContractRow(tables)
        contracts.set(pair!, row)
        const at = Number(time_s) * 1000
        const said = {
          type: 'derivative',
          symbol: 'S',
          fundingRate: Number(rate),
          intervalH: hours,
          at,
        } as const
        observeDerivative(tables, row, said, at)
        // That the interval was shortened is told for a day, whatever the rate.
        const found = fundingOf(tables, row, at + 48 * hourMs)
        if (found) told++
        if (found && found.grade !== 'notice') grave++
      })
      expect(days).toBeGreaterThan(500)
      expect(perThousand(told, days)).toBeLessThan(most)
      expect(perThousand(grave, days)).toBeLessThan(mostGrave)
    },
  )

  test('of 375 contracts at once one stood apart from its index', () => {
    const apart = rowsOf('snapshots/binance-premiumIndex-2024-11-27')
      .filter(({ symbol, index }) => !symbol!.includes('_') && Number(index) > 0)
      .map(({ mark, index }) => Math.abs(Math.log(Number(mark) / Number(index))))
    expect(apart.filter((each) => each >= notice)).toHaveLength(1)
    expect(apart.filter((each) => each >= warning)).toHaveLength(0)
  })
})
