import type { Row } from '../../market/row.ts'
import type { Fields } from './fields.ts'
import type { RawRow } from '../gate/raw-row.ts'
import { sideOf } from './taker.ts'
import { valueAt } from './value-at.ts'

/**
 * Most of an adapter is renaming, so that is written as data: in `'symbol last:lastPrice at:iso(time)'` the row takes
 * `symbol` as it is, `last` from `lastPrice`, `at` from `time` (see `valueAt`). A trade's `side` may be any word of
 * taker.ts.
 *
 * @param names our names, each with the venue's behind a colon where it differs
 * @returns makes a raw row of an entry, with `more` laid over it
 */
/*#__NO_SIDE_EFFECTS__*/
export function renamed(type: Row['type'], names: string): (entry: Fields, more?: Fields) => RawRow {
  const pairs = names.split(/\s+/).map((pair) => {
    const [ours = '', theirs = ours] = pair.split(':')
    return [ours, valueAt(theirs)] as const
  })
  return (entry, more) => {
    const row: Record<string, unknown> & { type: Row['type'] } = { type }
    for (const [ours, value] of pairs) row[ours] = value(entry)
    if (type === 'trade') row['side'] = sideOf(row['side'])
    return more ? { ...row, ...more } : row
  }
}

/**
 * A reader of a venue's own names of pairs.
 *
 * @param states the venue's words for our states; a word it does not hold drops the row
 */
/*#__NO_SIDE_EFFECTS__*/
export function listings(
  names: string,
  states: Readonly<Record<string, Extract<Row, { type: 'symbol' }>['state']>>,
): (entry: Fields) => RawRow {
  const make = renamed('symbol', names)
  return (entry) => {
    const row = make(entry)
    return { ...row, state: Object.hasOwn(states, String(row.state)) ? states[String(row.state)] : undefined }
  }
}
