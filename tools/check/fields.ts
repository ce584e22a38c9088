import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'

/** A field that nearly every row has where the wire is as documented, and that fewer than half have now, is lost. */
const usualShare = 0.9
const lostShare = 0.5
/** A value that a fifth of the rows have there, and that no row of so many has now, is lost too. */
const commonShare = 0.2
const manyRows = 30

/** Fields with few values: each value is looked at by itself. */
const namedValues: ReadonlySet<string> = new Set(['state', 'side', 'what', 'scope'])

/** For each row type and field, `tick.last`, and each named value, `symbol.state=trading`: the share of rows with it. */
type FieldShares = ReadonlyMap<string, number>

/** The rows of the documented wire are compared with again and again. */
const known = new WeakMap<readonly MarketRow[], FieldShares>()

function fieldShares(rows: readonly MarketRow[]): FieldShares {
  const shares = known.get(rows) ?? sharesIn(rows)
  known.set(rows, shares)
  return shares
}

function sharesIn(rows: readonly MarketRow[]): FieldShares {
  const shares = new Map<string, number>()
  for (const [type, own] of byType(rows)) {
    const counts = new Map<string, number>()
    for (const row of own)
      for (const [name, value] of Object.entries(row)) {
        if (value === null || value === undefined) continue
        const key = namedValues.has(name) ? `${name}=${String(value)}` : name
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    for (const [key, count] of counts) shares.set(`${type}.${key}`, count / own.length)
  }
  return shares
}

function byType(rows: readonly MarketRow[]): ReadonlyMap<string, readonly MarketRow[]> {
  const groups = new Map<string, MarketRow[]>()
  for (const row of rows) {
    const group = groups.get(row.type)
    if (group) group.push(row)
    else groups.set(row.type, [row])
  }
  return groups
}

/**
 * The fields that rows have lost against rows read from the documented wire.
 *
 * @returns as a person writes them: `tick.count`, `trade.side=sell`
 */
export function lostFields(rows: readonly MarketRow[], sound: readonly MarketRow[]): readonly string[] {
  const now = fieldShares(rows)
  const types = new Set<string>(rows.map(({ type }) => type))
  return [...fieldShares(sound)]
    .filter(([key, share]) => {
      if (!types.has(key.split('.')[0]!)) return false
      const left = now.get(key) ?? 0
      if (key.includes('=')) return share >= commonShare && left === 0 && rows.length >= manyRows
      return share >= usualShare && left < lostShare
    })
    .map(([key]) => key)
}
