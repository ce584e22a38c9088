import type { Official, Statement } from '../../market/official.ts'
import { saidAt } from '../../market/statement-meaning.ts'

/** What a venue had said by a moment (ms), as it stood then. */
export function officialAt(official: Official, at: number): Official {
  const { venue, checks, statements, cautions, suspended, impaired, recentChanges } = official
  return {
    venue,
    // When its sources were read until then is not recorded; what they said by then is.
    checks: checks.map((check) => ({ ...check, at: check.at && Math.min(check.at, at), reason: null })),
    statements: statements.flatMap((each) => statementAt(each, at)),
    cautions: cautions.flatMap((each) => statementAt(each, at)),
    suspended: suspended.filter(({ since }) => since <= at),
    impaired: impaired.filter(({ since }) => since <= at),
    recentChanges: recentChanges.filter((change) => change.at <= at),
  }
}

/** A status was known once it was read, whatever begin it names; an announcement once it was published. */
const knownFrom = (statement: Statement) =>
  statement.via === 'status' ? statement.seenAt : saidAt(statement)

function statementAt(statement: Statement, at: number): readonly Statement[] {
  if (knownFrom(statement) > at) return []
  const { endedAt, end, ...rest } = statement
  const isOver = endedAt === undefined ? rest.state === 'over' : endedAt <= at
  // The end of a status that is over is when it ended; any other was named beforehand.
  const wasNamed = statement.via === 'announcements' || rest.state !== 'over'
  const isEndKnown = end !== undefined && (end <= at || wasNamed)
  return [
    {
      ...rest,
      ...(isEndKnown && { end }),
      ...(endedAt !== undefined && endedAt <= at && { endedAt }),
      state: stateAt(statement, isOver, at),
    },
  ]
}

function stateAt({ state, begin, end, endedAt, via }: Statement, isOver: boolean, at: number) {
  if (begin !== undefined && begin > at) return 'scheduled'
  if (endedAt !== undefined && !isOver) return 'active'
  return state === 'over' && via === 'status' && end !== undefined && end > at ? 'active' : state
}
