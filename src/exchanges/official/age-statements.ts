import type { Statement } from '../../market/official.ts'
import { saidAt } from '../../market/statement-meaning.ts'
import type { OfficialState } from './official-state.ts'
import { endStatement } from './statement-identity.ts'

const dayMs = 86_400_000
/** How long (ms) an ended statement is kept. */
const endedMs = dayMs
/** How long (ms) an announcement without an end is kept. */
const announcementMs = 14 * dayMs
const maxStatements = 60
/** Limit of those among them whose topic no rule recognised. */
const maxOthers = 20
/** Exchanges have some hundreds of flagged pairs. */
const maxCautions = 1_000

/** A statement at a later moment: what was scheduled has begun, what had an end is over. */
function ageStatement(statement: Statement, now: number): Statement {
  const { begin, end, state, endedAt } = statement
  if (endedAt !== undefined || state === 'over') return statement
  if (end !== undefined && end <= now) return endStatement(statement, end)
  return state === 'scheduled' && begin !== undefined && begin <= now
    ? { ...statement, state: 'active' }
    : statement
}

function isKept(statement: Statement, now: number): boolean {
  const { endedAt, end, via } = statement
  if (endedAt !== undefined) return now - endedAt < endedMs
  // A status holds while it is published, however old; an announcement is never taken off its page.
  return via === 'status' || end !== undefined || now - saidAt(statement) < announcementMs
}

/** Rank for the limit: statements that hold or are scheduled, and have a topic, are dropped last. */
const rank = ({ endedAt, what }: Statement) => (endedAt === undefined ? 2 : 0) + (what === 'other' ? 0 : 1)

const newestFirst = (a: Statement, b: Statement) => saidAt(b) - saidAt(a)

function limit(statements: readonly Statement[]): readonly Statement[] {
  const sorted = statements.toSorted(newestFirst)
  const surplus = new Set(sorted.filter(({ what }) => what === 'other').slice(maxOthers))
  const candidates = sorted.filter((statement) => !surplus.has(statement))
  const kept = new Set(candidates.toSorted((a, b) => rank(b) - rank(a)).slice(0, maxStatements))
  return candidates.filter((statement) => kept.has(statement))
}

/** The state at that moment (wall clock, ms): statements newest first, limited in number, old ones removed. */
export function ageStatements(state: OfficialState, now: number): OfficialState {
  const { official } = state
  const current = (list: readonly Statement[]) =>
    list.map((statement) => ageStatement(statement, now)).filter((statement) => isKept(statement, now))
  const cautions = current(official.cautions).toSorted(newestFirst).slice(0, maxCautions)
  return { ...state, official: { ...official, statements: limit(current(official.statements)), cautions } }
}
