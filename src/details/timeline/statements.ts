import type { NoticeTopic } from '../../market/notice.ts'
import type { Official, Statement } from '../../market/official.ts'
import type { Pair } from '../../market/pair.ts'
import type { TimeSpan } from '../chart/grid.ts'

/** A statement with the time at which the page lists it. */
export interface DatedStatement {
  readonly statement: Statement
  /** The time the venue gives, else when Keiho first read it (ms UTC). */
  readonly at: number
}

/** Topics of statements that halt trading. */
const haltTopics: readonly NoticeTopic[] = ['maintenance', 'halt', 'cancel-only']

/**
 * The statements of a venue that concern a pair, oldest first.
 *
 * @param pair null: those that concern the whole venue
 * @param symbol the venue's own name of the pair
 */
export function statementsOf(
  officials: readonly Official[],
  venue: string,
  pair: Pair | null,
  symbol: string | null,
): readonly DatedStatement[] {
  const official = officials.find((each) => each.venue === venue)
  if (!official) return []
  return [...official.statements, ...official.cautions, ...fromLists(official, pair)]
    .filter((statement) => concerns(statement, pair, symbol))
    .map((statement) => ({ statement, at: statement.begin ?? statement.seenAt }))
    .sort((a, b) => a.at - b.at)
}

/**
 * A pair's entries in the venue's lists, as statements. Lists have no text; their
 * time is that of the first read.
 */
function fromLists({ suspended, impaired }: Official, pair: Pair | null): readonly Statement[] {
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
      // A pair that is not yet listed, or no longer, has not been halted.
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

/** When a source of the venue was last read, wall clock (ms); null: never. */
export function lastCheckedAt(officials: readonly Official[], venue: string): number | null {
  const checks = officials.find((each) => each.venue === venue)?.checks ?? []
  const times = checks.flatMap(({ at }) => at ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** When trading was halted, by the venue's statements. `until` is the end of a halt that still lasts (ms). */
export function haltsOf(statements: readonly DatedStatement[], until: number): readonly TimeSpan[] {
  return statements
    .filter(({ statement }) => haltTopics.includes(statement.what) && haltsTrading(statement))
    .map(({ statement, at }) => ({
      from: at,
      to: Math.min(until, statement.end ?? statement.endedAt ?? until),
    }))
    .filter(({ from, to }) => to > from)
}

/** Maintenance of a coin's wallets does not halt its pairs; scheduled maintenance has not begun. */
function haltsTrading({ scope, state }: Statement): boolean {
  return scope !== 'asset' && state !== 'scheduled'
}
