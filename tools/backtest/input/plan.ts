import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UsageError } from '../../command-line.ts'
import type { Format } from './formats/format.ts'
import { pairOfName, type PairSides } from './pair-of-name.ts'
import { recognise } from './formats/recognise.ts'

/** Files replayed to one engine, and their pair where rows do not name it. */
export interface Job {
  readonly kind: 'trades' | 'bars' | 'polls'
  readonly files: readonly { readonly file: string; readonly pair: PairSides | null }[]
}

const readable = /\.(csv|csv\.gz|zip)$/

/**
 * The replays to run. Every file is a recording of its own, except daily or monthly parts of one pair's trades,
 * and bars with a file per pair: those are one market.
 *
 * @param pair from `--pair`; otherwise the file name names it where rows do not
 * @param log receives a line for each file left out
 * @throws UsageError where nothing can be read
 */
export async function plan(
  input: string,
  pair: PairSides | null,
  log: (line: string) => void,
): Promise<Job[]> {
  const jobs = new Map<string, Job>()
  for (const file of await filesOf(input)) {
    const format = await recognise(file)
    if (format.kind === 'labels') {
      log(`${file}: holds labels, left out`)
      continue
    }
    const sides = namesPair(format) ? null : (pair ?? pairOfName(basename(file)))
    const key = groupOf(format, file, sides)
    const known = jobs.get(key)
    jobs.set(key, { kind: format.kind, files: [...(known?.files ?? []), { file, pair: sides }] })
  }
  if (jobs.size === 0) throw new UsageError(`${input}: holds no market data`)
  return [...jobs.values()]
}

function namesPair(format: Format): boolean {
  return format.kind === 'polls' || (format.kind === 'bars' && format.named)
}

function groupOf(format: Format, file: string, pair: PairSides | null): string {
  if (format.kind === 'trades' && format.parts) return `parts of ${pair?.base}/${pair?.quote}`
  if (format.kind === 'bars' && !format.named) return 'bars with a file per pair'
  return file
}

async function filesOf(input: string): Promise<string[]> {
  const about = await stat(input).catch(() => null)
  if (!about) throw new UsageError(`${input}: no such file or directory`)
  if (!about.isDirectory()) {
    if (!readable.test(input))
      throw new UsageError(`${input}: neither .csv nor .csv.gz nor .zip, nor a recording (.jsonl, .jsonl.gz)`)
    return [input]
  }
  const names = await readdir(input, { recursive: true })
  // Sorted: daily and monthly parts carry their date in the name, and runs must not depend on the file system.
  const files = names.filter((name) => readable.test(name)).toSorted()
  if (files.length === 0) throw new UsageError(`${input}: holds no .csv, .csv.gz or .zip file`)
  return files.map((name) => join(input, name))
}
