import type { Statement } from '../../market/official.ts'
import type { OfficialState } from './official-state.ts'
import { ended } from './statement-identity.ts'

const DAY = 86_400_000
/** Ended ones are kept so long, ms. */
const ENDED_MS = DAY
/** An announcement without an end is of the past after so long, ms. */
const OLD_MS = 14 * DAY
const MOST = 60
/** Of those, at most so many that no rule could sort. */
const MOST_OTHER = 20
/** Venues have some hundreds of pairs with a flag. */
const MOST_CAUTIONS = 1_000

const timeOf = ({ begin, seenAt }: Statement) => begin ?? seenAt

/** A statement at a later moment: what was to come has begun, what had an end is over. */
function aged(statement: Statement, now: number): Statement {
  const { begin, end, state, endedAt } = statement
  if (endedAt !== undefined || state === 'over') return statement
  if (end !== undefined && end <= now) return ended(statement, end)
  return state === 'scheduled' && begin !== undefined && begin <= now
    ? { ...statement, state: 'active' }
    : statement
}

function isKept(statement: Statement, now: number): boolean {
  const { endedAt, end, via } = statement
  if (endedAt !== undefined) return now - endedAt < ENDED_MS
  // A status stands while it is said, however old; an announcement is never taken off its page.
  return via === 'status' || end !== undefined || now - timeOf(statement) < OLD_MS
}

/** What is dropped last where there are too many: what holds or comes, and is about something. */
const worth = ({ endedAt, what }: Statement) => (endedAt === undefined ? 2 : 0) + (what === 'other' ? 0 : 1)

function fewest(statements: readonly Statement[]): readonly Statement[] {
  const sorted = statements.toSorted((a, b) => timeOf(b) - timeOf(a))
  const others = new Set(sorted.filter(({ what }) => what === 'other').slice(MOST_OTHER))
  const few = sorted.filter((statement) => !others.has(statement))
  const kept = new Set(few.toSorted((a, b) => worth(b) - worth(a)).slice(0, MOST))
  return few.filter((statement) => kept.has(statement))
}

/** The ledger with its statements as they are at that moment (wall clock, ms): newest first, few, none of long ago. */
export function agedStatements(ledger: OfficialState, now: number): OfficialState {
  const { official } = ledger
  const present = (list: readonly Statement[]) =>
    list.map((statement) => aged(statement, now)).filter((statement) => isKept(statement, now))
  const cautions = present(official.cautions)
    .toSorted((a, b) => timeOf(b) - timeOf(a))
    .slice(0, MOST_CAUTIONS)
  return {
    ...ledger,
    official: { ...official, statements: fewest(present(official.statements)), cautions },
  }
}
