import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckRow } from './judge.ts'
import type { Probe } from './probe.ts'

const columns = ['venue', 'call', 'rows', 'dropped', 'age s', 'skew s', 'verdict'] as const

/** A table with a line for each call, for a terminal. */
export function tableOf(rows: readonly CheckRow[]): string {
  const cells = rows.map(({ venue, call, rows, dropped, ageS, skewS, verdict, what, documented }) => [
    ...[venue, call, String(rows), `${Math.round(dropped * 1000) / 10} %`],
    ...[ageS?.toFixed(1) ?? '–', skewS?.toFixed(1) ?? '–'],
    `${verdict}${documented ? '' : ' (undocumented source)'}${what === '' ? '' : `: ${what}`}`,
  ])
  const all = [[...columns], ...cells]
  const widths = columns.map((_, i) => Math.max(...all.map((line) => line[i]!.length)))
  return all
    .map((line) =>
      line.map((cell, i) => (i === widths.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  '),
    )
    .join('\n')
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
