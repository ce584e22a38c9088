import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDrifted, isWell } from './check.ts'
import type { CheckRow } from './judge.ts'
import type { Probe } from './probe.ts'

const columns = ['venue', 'call', 'rows', 'dropped', 'age s', 'skew s', 'verdict'] as const

const verdictOf = ({ verdict, what, documented }: CheckRow) =>
  `${verdict}${documented ? '' : ' (undocumented source)'}${what === '' ? '' : `: ${what}`}`

/** A table with a line for each call, for a terminal. */
export function tableOf(rows: readonly CheckRow[]): string {
  const cells = rows.map((row) => [
    ...[row.venue, row.call, String(row.rows), `${Math.round(row.dropped * 1000) / 10} %`],
    ...[row.ageS?.toFixed(1) ?? '–', row.skewS?.toFixed(1) ?? '–', verdictOf(row)],
  ])
  const all = [[...columns], ...cells]
  const widths = columns.map((_, i) => Math.max(...all.map((line) => line[i]!.length)))
  return all
    .map((line) =>
      line.map((cell, i) => (i === widths.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  '),
    )
    .join('\n')
}

/** The result of a check, as one object: its rows, and how many of them are well, have drifted or were not asked. */
export function summaryOf(rows: readonly CheckRow[]) {
  const ok = rows.filter(isWell).length
  const drifted = rows.filter(isDrifted).length
  return { rows, ok, drifted, unasked: rows.length - ok - drifted }
}

/** What is not well, a line each, and how many calls there were: what a reader of the table looks for. */
export function conclusionOf(rows: readonly CheckRow[]): string {
  const { ok, drifted, unasked } = summaryOf(rows)
  const venues = new Set(rows.map(({ venue }) => venue)).size
  const lines = rows.filter((row) => !isWell(row)).map((row) => `${row.venue} ${row.call}: ${verdictOf(row)}`)
  return [
    ...lines,
    `${rows.length} calls of ${venues} ${venues === 1 ? 'venue' : 'venues'}: ${ok} well, ${drifted} drifted, ${unasked} not answered or not asked`,
  ].join('\n')
}

/** Keeps what was received, a file for each call: public market data, and nothing of the one who asks. */
export async function keep(probes: readonly Probe[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [i, { venue, call, kind, url, at, payload }] of probes.entries()) {
    const name = `${venue}-${String(i).padStart(3, '0')}-${call.replace(/[^a-z.]+/g, '-')}.json`
    const file = { venue, kind, url, receivedAt: new Date(at).toISOString(), payload }
    await writeFile(join(folder, name), `${JSON.stringify(file, null, 1)}\n`)
  }
}
