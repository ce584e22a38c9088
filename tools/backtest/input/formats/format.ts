import type { Trade } from '../../../../src/market/trade.ts'
import type { Bar } from '../bar.ts'
import type { Line } from '../line.ts'
import type { Poll } from '../poll.ts'

/** Reads one line; null where it is unsound. */
export type RowReader<T> = (line: Line) => T | null

/** The format inferred from the first line of a file: the kind of its rows and how to read them. */
export type Format =
  | {
      readonly kind: 'trades'
      /** Whether the first line is a header. */
      readonly headed: boolean
      /** Whether several such files of one pair are parts of one recording (a day or month each). */
      readonly parts: boolean
      readonly reader: (symbol: string) => RowReader<Trade>
    }
  | {
      readonly kind: 'bars'
      readonly headed: boolean
      /** Whether rows name their pair; otherwise the file name does. */
      readonly named: boolean
      /** @param pair `BASE/QUOTE` of rows that do not name theirs */
      readonly reader: (pair: string) => RowReader<Bar>
    }
  | { readonly kind: 'polls'; readonly headed: true; readonly reader: () => RowReader<Poll> }
  | { readonly kind: 'labels'; readonly headed: true }

/** Decides from the fields of a file's first line whether it has this format. */
export type Recogniser = (first: readonly string[]) => Format | null

/** Positions of named columns; null unless the header has all of them. Order and extra columns do not matter. */
export function columns<const T extends string>(
  header: readonly string[],
  names: readonly T[],
): Record<T, number> | null {
  const found = names.map((name) => [name, header.indexOf(name)] as const)
  return found.some(([, at]) => at < 0) ? null : (Object.fromEntries(found) as Record<T, number>)
}

/**
 * Whether a time is plausible for market data: after 2009, before 2100. Catches seconds read as ms and the like.
 */
export function isMarketTime(ms: number): boolean {
  return ms > 1_230_000_000_000 && ms < 4_102_444_800_000
}
