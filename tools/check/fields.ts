import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'

/** A field that nearly every row has where the wire is as documented, and that fewer than half have now, is lost. */
const usualShare = 0.9
const lostShare = 0.5
/** A value that a fifth of the rows have there, and that no row of so many has now, is lost too. */
const commonShare = 0.2
const manyRows = 30

/** Fields with few values: each value is looked at by itself. */
const namedValues = ['state', 'side', 'what', 'scope'] as const

/** For each row type and field, `tick.last`, and each named value, `symbol.state=trading`: the share of rows with it. */
export type FieldShares = ReadonlyMap<string, number>

function fieldShares(rows: readonly MarketRow[]): FieldShares {
  const counts = new Map<string, number>()
  const ofType = new Map<string, number>()
  for (const row of rows) {
    ofType.set(row.type, (ofType.get(row.type) ?? 0) + 1)
    for (const [name, value] of Object.entries(row)) {
      if (value === null || value === undefined) continue
      const isNamed = namedValues.some((each) => each === name)
      const key = `${row.type}.${name}${isNamed ? `=${String(value)}` : ''}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return new Map([...counts].map(([key, count]) => [key, count / ofType.get(key.split('.')[0]!)!]))
}

/**
 * The fields that rows have lost against rows read from the documented wire.
 *
 * @returns as a person writes them: `tick.count`, `trade.side=sell`
 */
export function lostFields(rows: readonly MarketRow[], sound: readonly MarketRow[]): readonly string[] {
  const now = fieldShares(rows)
  const types = new Set(rows.map(({ type }) => type))
  return [...fieldShares(sound)]
    .filter(([key, share]) => {
      if (!types.has(key.split('.')[0] as MarketRow['type'])) return false
      const left = now.get(key) ?? 0
      if (key.includes('=')) return share >= commonShare && left === 0 && rows.length >= manyRows
      return share >= usualShare && left < lostShare
    })
    .map(([key]) => key)
}
