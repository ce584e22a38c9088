import { UsageError } from '../../command-line.ts'
import { bytesOf } from '../input/bytes-of.ts'
import { columns } from '../input/formats/format.ts'
import { createLine, split, texts } from '../input/line.ts'
import { blocksOf, eachLine } from '../input/lines-of.ts'
import { timeInMs } from '../input/formats/polls.ts'
import type { Announcement } from './announcement.ts'

/**
 * Known announcements from a CSV file with at least the columns `coin,announced_utc` and optionally `exchange`:
 * rows of other exchanges are skipped.
 *
 * @throws UsageError naming file and line of the first unreadable row: a lost label would silently turn a hit
 * into a false alarm
 */
export async function readLabels(file: string, venue: string): Promise<Announcement[]> {
  const announcements: Announcement[] = []
  const line = createLine()
  let at: Record<'coin' | 'announced_utc', number> | null = null
  let exchange = -1
  for await (const block of blocksOf(bytesOf(file), file)) {
    eachLine(block, (from, to, number) => {
      split(line, block.bytes, from, to)
      const fields = texts(line)
      if (!at) {
        at = columns(fields, ['coin', 'announced_utc'])
        exchange = fields.indexOf('exchange')
        if (!at) throw new UsageError(`${file} line ${number}: labels need the columns coin,announced_utc`)
        return
      }
      const coin = fields[at.coin]?.toUpperCase()
      const announced = timeInMs(fields[at.announced_utc] ?? '')
      if (!coin || Number.isNaN(announced))
        throw new UsageError(`${file} line ${number}: no coin or no time in it`)
      const elsewhere = exchange >= 0 && fields[exchange]?.toLowerCase() !== venue
      if (!elsewhere) announcements.push({ coin, at: announced })
    })
  }
  if (!at) throw new UsageError(`${file}: is empty`)
  return announcements
}
