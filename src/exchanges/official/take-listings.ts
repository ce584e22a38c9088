import { elapsedMs } from '../../market/elapsed.ts'
import type { ImpairedPair, RecentChange } from '../../market/official.ts'
import { type Listing, maxPairs } from '../../market/pair.ts'
import type { Row } from '../../market/row.ts'
import type { ListedPair, OfficialState, SourceRef } from './official-state.ts'

/** How long (ms) a pair that left the list is reported. */
const goneMs = 7 * 86_400_000
/** How long (ms) a new or reopened pair counts as recent. */
const recentMs = 86_400_000

const isGone = ({ state }: ImpairedPair) => state === 'missing' || state === 'delisted'

/**
 * Applies the list of pairs: which do not trade normally, which have left it, which are new and which reopened.
 * Several exchanges list only pairs that trade: there, absence is the message.
 */
export function takeListings(
  state: OfficialState,
  rows: readonly Row[],
  _source: SourceRef,
  now: number,
): OfficialState {
  const { official } = state
  const list = new Map(
    rows
      .filter((row): row is Listing => row.type === 'symbol')
      .slice(0, maxPairs)
      .map((row) => [row.symbol, row]),
  )
  const listed = new Map(state.listed.map((pair) => [pair.symbol, pair]))
  const before = new Map(official.impaired.map((pair) => [pair.symbol, pair]))
  const isFirst = listed.size === 0

  const impairedAs = (pair: ListedPair, impairment: ImpairedPair['state']): ImpairedPair => {
    const known = before.get(pair.symbol)
    const { symbol, base, quote } = pair
    return known?.state === impairment ? known : { symbol, base, quote, state: impairment, since: now }
  }
  const declared = [...list.values()].flatMap((row) => {
    // Some lists name every pair that ever was: a delisting is news only where we saw the pair listed.
    if (row.state === 'trading' || (row.state === 'delisted' && !listed.has(row.symbol))) return []
    return [impairedAs(row, row.state)]
  })
  const missing = state.listed.filter(({ symbol }) => !list.has(symbol))
  const impaired = [...declared, ...missing.map((pair) => impairedAs(pair, 'missing'))]
    .filter((pair) => !isGone(pair) || elapsedMs(pair.since, now) < goneMs)
    .toSorted((a, b) => b.since - a.since)
    .slice(0, maxPairs)
    .toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1))

  const opened = [...list.values()]
    .filter((row) => row.state === 'trading')
    .flatMap(({ symbol, base, quote }): RecentChange[] => {
      const was = before.get(symbol)
      if (isFirst || (listed.has(symbol) && !was)) return []
      const isNew = !listed.has(symbol) || was?.state === 'prelisting'
      return [{ symbol, base, quote, what: isNew ? 'listed' : 'reopened', at: now }]
    })
  const openedSymbols = new Set(opened.map(({ symbol }) => symbol))
  const recentChanges = [
    ...opened,
    ...official.recentChanges.filter(
      ({ symbol, at }) => !openedSymbols.has(symbol) && elapsedMs(at, now) < recentMs,
    ),
  ].slice(0, maxPairs)
  const goneSymbols = new Set(impaired.filter(isGone).map(({ symbol }) => symbol))
  return {
    ...state,
    official: { ...official, impaired, recentChanges },
    listed: [
      ...[...list.values()].filter((row) => row.state !== 'delisted' || goneSymbols.has(row.symbol)),
      ...missing.filter(({ symbol }) => goneSymbols.has(symbol)),
    ].map(({ symbol, base, quote }) => ({ symbol, base, quote })),
  }
}
