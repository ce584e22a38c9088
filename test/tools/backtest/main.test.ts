import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyFolder, written } from './written.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function backtest(...options: string[]) {
  const args = ['--import', 'tsx', 'tools/backtest/main.ts', ...options]
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
}

/** Two calm days of one pair, one trade a minute, and at `pumpAt` a minute of buying that raises it by half. */
function market(from: number, pumpAt: number): string {
  const rows = ['time_ms,side,price,amount']
  for (let at = from; at < from + 2 * 86_400_000; at += 60_000) {
    rows.push(`${at},${(at / 60_000) % 2 === 0 ? 'B' : 'S'},0.0000${at % 120_000 === 0 ? 500 : 501},40`)
    if (at !== pumpAt) continue
    for (let step = 1; step < 600; step++)
      rows.push(`${at + step * 100},B,${(5e-5 * (1 + step / 1200)).toFixed(9)},400`)
  }
  return rows.join('\n')
}

const from = Date.UTC(2018, 6, 3)
const pumpAt = from + 30 * 3_600_000
const labels = `coin,announced_utc\nSYS,${new Date(pumpAt).toISOString()}\n`

test('a pump is detected, evaluated and written to the alerts file', { timeout: 30_000 }, async () => {
  const one = await written('SYS_2018.csv', market(from, pumpAt))
  const two = join(await emptyFolder(), 'alerts.jsonl')
  const alone = backtest(
    '--input',
    one,
    '--labels',
    await written('l.csv', labels),
    '--alerts',
    two,
    '--json',
  )
  expect(alone.stderr).toBe('')
  const report = JSON.parse(alone.stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>
  expect(report).toMatchObject({
    events: 1,
    eventsThatMoved: 1,
    pairs: 1,
    reading: { rows: 2880 + 599, dropped: 0 },
    tiers: { notice: { recall: { hits: 1, of: 1 }, falseAlarms: 0 } },
  })
  const alerts = readFileSync(two, 'utf8').trimEnd().split('\n')
  const first = JSON.parse(alerts[0] ?? '') as { pair: string; at: number }
  expect(first.pair).toBe('SYS/BTC')
  expect(first.at).toBeGreaterThan(pumpAt)
  expect(first.at).toBeLessThan(pumpAt + 60_000)
})

test('invalid input exits with code 2 and one line', { timeout: 30_000 }, async () => {
  const { status, stdout, stderr } = backtest('--input', await emptyFolder())
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^.*: holds no \.csv, \.csv\.gz or \.zip file\n$/)
})
