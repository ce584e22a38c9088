import type { ImpairedPair, RecentChange } from '../../market/official.ts'
import type { Listing } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { OfficialState, Listed, SourceRef } from './official-state.ts'

/** How long a pair that is gone is told of, ms. */
const GONE_MS = 7 * 86_400_000
/** How long a pair is young, or freshly opened, ms. */
const LATELY_MS = 86_400_000

const isGone = ({ state }: ImpairedPair) => state === 'missing' || state === 'delisted'

/**
 * Takes the list of pairs: which do not trade as usual, which were listed and now are not, which are new and which
 * opened again. Several venues name only what trades: there absence is the message.
 */
export function takeListings(
  ledger: OfficialState,
  rows: readonly Row[],
  _told: SourceRef,
  now: number,
): OfficialState {
  const { official } = ledger
  const list = new Map(
    rows.filter((row): row is Listing => row.type === 'symbol').map((row) => [row.symbol, row]),
  )
  const listed = new Map(ledger.listed.map((pair) => [pair.symbol, pair]))
  const before = new Map(official.impaired.map((pair) => [pair.symbol, pair]))
  const isFirst = listed.size === 0

  const impairedAs = (pair: Listed, state: ImpairedPair['state']): ImpairedPair => {
    const known = before.get(pair.symbol)
    const { symbol, base, quote } = pair
    return known?.state === state ? known : { symbol, base, quote, state, since: now }
  }
  const told = [...list.values()].flatMap((row) => {
    // Some lists name all that ever was: only what leaves before our eyes is news.
    if (row.state === 'trading' || (row.state === 'delisted' && !listed.has(row.symbol))) return []
    return [impairedAs(row, row.state)]
  })
  const missing = ledger.listed.filter(({ symbol }) => !list.has(symbol))
  const impaired = [...told, ...missing.map((pair) => impairedAs(pair, 'missing'))]
    .filter((pair) => !isGone(pair) || now - pair.since < GONE_MS)
    .toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1))

  const opened = [...list.values()]
    .filter(({ state }) => state === 'trading')
    .flatMap(({ symbol, base, quote }): RecentChange[] => {
      const was = before.get(symbol)
      if (isFirst || (listed.has(symbol) && !was)) return []
      const isNew = !listed.has(symbol) || was?.state === 'prelisting'
      return [{ symbol, base, quote, what: isNew ? 'listed' : 'reopened', at: now }]
    })
  const names = new Set(opened.map(({ symbol }) => symbol))
  const lately = [
    ...opened,
    ...official.recentChanges.filter(({ symbol, at }) => !names.has(symbol) && now - at < LATELY_MS),
  ]
  const stays = new Set(impaired.filter(isGone).map(({ symbol }) => symbol))
  return {
    ...ledger,
    official: { ...official, impaired, recentChanges: lately },
    listed: [
      ...[...list.values()].filter(({ state, symbol }) => state !== 'delisted' || stays.has(symbol)),
      ...missing.filter(({ symbol }) => stays.has(symbol)),
    ].map(({ symbol, base, quote }) => ({ symbol, base, quote })),
  }
}
