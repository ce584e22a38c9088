import type { SuspendedAsset } from '../../market/official.ts'
import type { AssetState, Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'

/** Applies the list of deposits and withdrawals: what is suspended, and since when we see it so. */
export function takeAssets(
  state: OfficialState,
  rows: readonly Row[],
  _source: SourceRef,
  now: number,
): OfficialState {
  const { official } = state
  const before = new Map(official.suspended.map((asset) => [asset.asset, asset]))
  const suspended = rows
    .filter((row): row is AssetState => row.type === 'asset')
    .filter(({ deposit, withdrawal }) => deposit === false || withdrawal === false)
    .map(({ asset, deposit, withdrawal }): SuspendedAsset => {
      const known = before.get(asset)
      return known?.deposit === deposit && known.withdrawal === withdrawal
        ? known
        : { asset, deposit, withdrawal, since: now }
    })
  return { ...state, official: { ...official, suspended: uniqueByName(suspended, ({ asset }) => asset) } }
}

/** The last entry of each name, sorted by name. */
function uniqueByName<T>(list: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return [...new Map(list.map((entry) => [nameOf(entry), entry]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry)
}
