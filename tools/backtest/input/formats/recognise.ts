import { UsageError } from '../../../command-line.ts'
import { recogniseBinanceTrades } from './binance-trades.ts'
import { bytesOf } from '../bytes-of.ts'
import { recogniseCandles } from './candles.ts'
import { columns, type Format, type Recogniser } from './format.ts'
import { recogniseKlines } from './klines.ts'
import { createLine, split, texts } from '../line.ts'
import { blocksOf, eachLine } from '../lines-of.ts'
import { recognisePolls } from './polls.ts'
import { recogniseTrades } from './trades.ts'

const recogniseLabels: Recogniser = (first) =>
  columns(first, ['coin', 'announced_utc']) && { kind: 'labels', headed: true }

const recognisers: readonly Recogniser[] = [
  recogniseTrades,
  recogniseCandles,
  recognisePolls,
  recogniseBinanceTrades,
  recogniseKlines,
  recogniseLabels,
]

/**
 * The format of a file, by its first line and never by its name.
 *
 * @throws UsageError where the file is empty, unreadable or of no known format
 */
export async function recognise(file: string): Promise<Format> {
  for await (const block of blocksOf(bytesOf(file), file)) {
    const first = firstLine(block)
    if (!first) continue
    for (const each of recognisers) {
      const format = each(first)
      if (format) return format
    }
    throw new UsageError(`${file} line 1: no format of market data begins like this: ${excerpt(first)}`)
  }
  throw new UsageError(`${file}: is empty`)
}

function firstLine(block: Parameters<typeof eachLine>[0]): string[] | null {
  const line = createLine()
  let first: string[] | null = null
  eachLine(block, (from, to) => {
    if (first) return
    split(line, block.bytes, from, to)
    first = texts(line)
  })
  return first
}

/** The first line, made safe for a terminal. */
function excerpt(first: readonly string[]): string {
  return JSON.stringify(first.join(',').slice(0, 60))
}
