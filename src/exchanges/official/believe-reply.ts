import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'

/** Rows that a source's list is counted by; status and announcements may rightly be empty. */
const counted = { currencies: 'asset', symbols: 'symbol' } as const

/**
 * Whether a list is long enough to be true. Of which half is gone at once, that is a broken answer rather than
 * eight hundred delistings: it is set aside until the next one says the same.
 *
 * @returns the ledger with the list's size noted
 */
export function believe(
  ledger: OfficialState,
  rows: readonly Row[],
  { url, what }: SourceRef,
): { ledger: OfficialState; isBelieved: boolean } {
  if (what === 'status' || what === 'announcements') return { ledger, isBelieved: true }
  const key = `${what} ${url}`
  const { entries: before, doubted } = ledger.sizes[key] ?? { entries: 0, doubted: 0 }
  const entries = rows.filter(({ type }) => type === counted[what]).length
  // An empty list is never true: a venue has coins.
  const isBelieved = entries > 0 && (entries * 2 > before || doubted > 0)
  const size = isBelieved ? { entries, doubted: 0 } : { entries: before, doubted: doubted + 1 }
  return { ledger: { ...ledger, sizes: { ...ledger.sizes, [key]: size } }, isBelieved }
}
