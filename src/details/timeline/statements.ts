import { exchangeIdOf } from '../../market/venue-id.ts'
import type { Official, Statement } from '../../market/official.ts'
import { stopOf } from '../../market/statement-meaning.ts'
import { type OfficialSummary, officialSummaryOf, type RelevantStatement } from '../../shared/official.ts'
import type { SubjectView } from '../data/details-view.ts'
import type { TimeSpan } from '../chart/grid.ts'

/** A statement with the time at which the page lists it: when it was said (ms UTC). */
export type DatedStatement = Pick<RelevantStatement, 'statement' | 'at'>

/** What the venue states about the page's subject; null where the venue is not followed. */
export function summaryOf(
  officials: readonly Official[],
  { venue, pair, episode, marketNow }: SubjectView,
): OfficialSummary | null {
  const official = officials.find((each) => each.venue === exchangeIdOf(venue))
  const { base = null, quote = null } = pair ?? {}
  return officialSummaryOf(official, { venue, symbol: episode?.symbol ?? null, base, quote }, marketNow)
}

/** The statements of a venue that concern the page's subject, oldest first; none where it is not followed. */
export function statementsOf(summary: OfficialSummary | null): readonly DatedStatement[] {
  if (!summary) return []
  const listed = fromLists(summary).map((statement) => ({ statement, at: statement.seenAt }))
  return [...summary.statements, ...listed].sort((a, b) => a.at - b.at)
}

/**
 * A pair's entries in the venue's lists, as statements. Lists have no text; their
 * time is that of the first read.
 */
function fromLists({ suspended, impaired }: OfficialSummary): readonly Statement[] {
  const shape = { type: 'notice', via: 'status', source: '', state: 'active' } as const
  const listed: Statement[] = []
  if (suspended) {
    const { asset, withdrawal, since } = suspended
    const what = withdrawal === false ? 'withdrawal-suspended' : 'deposit-suspended'
    listed.push({ ...shape, id: `suspended ${asset}`, scope: 'asset', what, assets: [asset], seenAt: since })
  }
  // A pair that is not yet listed, or no longer, has not been halted.
  if (impaired && impaired.state !== 'missing' && impaired.state !== 'prelisting') {
    const { symbol, state, since } = impaired
    const what = { halted: 'halt', 'cancel-only': 'cancel-only', delisted: 'delisting' } as const
    const id = `impaired ${symbol}`
    listed.push({ ...shape, id, scope: 'pair', what: what[state], symbol, assets: [], seenAt: since })
  }
  return listed
}

/** When trading was stopped, by the venue's statements. `until` is the end of a stop that still lasts (ms). */
export function haltsOf(statements: readonly DatedStatement[], until: number): readonly TimeSpan[] {
  return statements
    .flatMap(({ statement }) => stopOf(statement) ?? [])
    .map(({ from, to }) => ({ from, to: Math.min(until, to ?? until) }))
    .filter(({ from, to }) => to > from)
}
