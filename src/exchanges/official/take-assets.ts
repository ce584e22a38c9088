import type { SuspendedAsset } from '../../market/official.ts'
import type { AssetState, Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'

/** Takes the list of deposits and withdrawals: what does not work, and since when we see it so. */
export function takeAssets(
  ledger: OfficialState,
  rows: readonly Row[],
  _told: SourceRef,
  now: number,
): OfficialState {
  const { official } = ledger
  const before = new Map(official.suspended.map((one) => [one.asset, one]))
  const suspended = rows
    .filter((row): row is AssetState => row.type === 'asset')
    .filter(({ deposit, withdrawal }) => deposit === false || withdrawal === false)
    .map(({ asset, deposit, withdrawal }): SuspendedAsset => {
      const known = before.get(asset)
      return known?.deposit === deposit && known.withdrawal === withdrawal
        ? known
        : { asset, deposit, withdrawal, since: now }
    })
  return { ...ledger, official: { ...official, suspended: byName(suspended, ({ asset }) => asset) } }
}

/** One of each name, in the order of names. */
function byName<T>(list: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return [...new Map(list.map((entry) => [nameOf(entry), entry]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry)
}
