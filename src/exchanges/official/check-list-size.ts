import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'

/** The rows that a source's list is counted by; status and announcements may rightly be empty. */
const countedType = { currencies: 'asset', symbols: 'symbol' } as const

/**
 * Whether a list is long enough to be true. One that has lost half of its entries at once is a broken reply rather
 * than eight hundred delistings: it is ignored until the next reply repeats it.
 *
 * @returns the state with the list's size recorded
 */
export function checkListSize(
  state: OfficialState,
  rows: readonly Row[],
  { url, what }: SourceRef,
): { state: OfficialState; isPlausible: boolean } {
  if (what === 'status' || what === 'announcements') return { state, isPlausible: true }
  const key = `${what} ${url}`
  const { entries: before, doubted } = state.sizes[key] ?? { entries: 0, doubted: 0 }
  const entries = rows.filter(({ type }) => type === countedType[what]).length
  // An empty list is never true: an exchange has coins.
  const isPlausible = entries > 0 && (entries * 2 > before || doubted > 0)
  const size = isPlausible ? { entries, doubted: 0 } : { entries: before, doubted: doubted + 1 }
  return { state: { ...state, sizes: { ...state.sizes, [key]: size } }, isPlausible }
}
