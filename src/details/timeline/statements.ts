import type { NoticeTopic } from '../../market/notice.ts'
import type { Official, Statement } from '../../market/official.ts'
import type { Pair } from '../../market/pair.ts'
import type { Span } from '../chart/grid.ts'

/** What a venue said that concerns a pair (or, with null, the whole venue). */
export interface Said {
  readonly statement: Statement
  /** The venue's own time, where it gives one, else when Keiho first read it. ms UTC. */
  readonly at: number
}

/** Topics during which orders do not meet. */
const closing: readonly NoticeTopic[] = ['maintenance', 'halt', 'cancel-only']

/** The statements of a venue that concern a pair, oldest first. `symbols` are the venue's names of it. */
export function saidOf(
  officials: readonly Official[],
  venue: string,
  pair: Pair | null,
  symbol: string | null,
): readonly Said[] {
  const official = officials.find((each) => each.venue === venue)
  if (!official) return []
  return [...official.statements, ...official.cautions, ...listed(official, pair)]
    .filter((statement) => concerns(statement, pair, symbol))
    .map((statement) => ({ statement, at: statement.begin ?? statement.seenAt }))
    .sort((a, b) => a.at - b.at)
}

/** What a venue's own lists say of a pair now: they have no words, and no time but when we first saw it. */
function listed({ suspended, impaired }: Official, pair: Pair | null): readonly Statement[] {
  const shape = { type: 'notice', via: 'status', source: '', state: 'active' } as const
  const wallets = suspended
    .filter(({ asset }) => asset === pair?.base)
    .map(({ asset, withdrawal, since }): Statement => {
      const what = withdrawal === false ? 'withdrawal-suspended' : 'deposit-suspended'
      return { ...shape, id: `suspended ${asset}`, scope: 'asset', what, assets: [asset], seenAt: since }
    })
  const trading = impaired
    .filter(({ base, quote }) => base === pair?.base && quote === pair.quote)
    .flatMap(({ symbol, state, since }): Statement[] => {
      // A pair that is not listed yet, or not listed any more, is none that has been halted.
      if (state === 'missing' || state === 'prelisting') return []
      const what = { halted: 'halt', 'cancel-only': 'cancel-only', delisted: 'delisting' } as const
      const id = `impaired ${symbol}`
      return [{ ...shape, id, scope: 'pair', what: what[state], symbol, assets: [], seenAt: since }]
    })
  return [...wallets, ...trading]
}

function concerns(
  { scope, assets, symbol: named, market }: Statement,
  pair: Pair | null,
  symbol: string | null,
) {
  if (market !== undefined) return false
  if (scope === 'venue') return true
  if (!pair) return false
  if (scope === 'pair') return named !== undefined && named === symbol
  return assets.includes(pair.base)
}

/** When a venue last answered where it speaks, wall clock, ms; null where nobody has looked. */
export function lookedAt(officials: readonly Official[], venue: string): number | null {
  const looks = officials.find((each) => each.venue === venue)?.checks ?? []
  const times = looks.flatMap(({ at }) => at ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** The spans in which the venue itself said that the pair does not trade. `until`: end of one that goes on. */
export function haltsOf(said: readonly Said[], until: number): readonly Span[] {
  return said
    .filter(({ statement }) => closing.includes(statement.what) && isOfTrading(statement))
    .map(({ statement, at }) => ({
      from: at,
      to: Math.min(until, statement.end ?? statement.endedAt ?? until),
    }))
    .filter(({ from, to }) => to > from)
}

/** Maintenance of one coin's wallets leaves its pairs open; what is only announced has not begun. */
function isOfTrading({ scope, state }: Statement): boolean {
  return scope !== 'asset' && state !== 'scheduled'
}
