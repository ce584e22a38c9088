import type { Notice } from '../../market/notice.ts'
import type { Official, Statement } from '../../market/official.ts'
import type { Row } from '../../market/row.ts'
import { isClosing, saidAt } from '../../market/statement-meaning.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { endStatement, newStatement, statementKey, updateStatement } from './statement-identity.ts'

const dayMs = 86_400_000

/**
 * Applies a status: all that is true now. A statement that is missing from it has ended; "open" and "completed"
 * end what they are about and are no statements themselves.
 */
export function takeStatus(
  state: OfficialState,
  rows: readonly Row[],
  source: SourceRef,
  now: number,
): OfficialState {
  const { official } = state
  const notices = new Map(
    rows.filter((row): row is Notice => row.type === 'notice').map((row) => [statementKey(row), row]),
  )
  const known = new Set<string>()
  const before = [...official.statements, ...official.cautions]
  const updated = before.map((statement) => {
    if (!covers(source, statement)) return statement
    const key = statementKey(statement)
    const hasEnded = statement.endedAt !== undefined
    // Without URL or time, an ended statement that reappears is another statement.
    if (hasEnded && !isIdentified(statement)) return statement
    known.add(key)
    return applyNotice(statement, notices.get(key), now)
  })
  const added = [...notices]
    .filter(([key, notice]) => !known.has(key) && isRelevant(notice, now))
    .map(([, notice]) => applyNotice(newStatement(official.venue, notice, source, now), notice, now))
  const justClosed = updated.filter(
    (statement, i) => isClosing(statement) && statement.endedAt !== before[i]?.endedAt,
  )
  const all = [...added, ...updated].map((statement) =>
    announcesOneOf(justClosed, statement) ? endStatement(statement, now) : statement,
  )
  return { ...state, official: { ...official, ...splitCautions(all) } }
}

/** Whether a reply of the source covers the statement: same source, and the requested pair if there is one. */
const covers = ({ url, requested }: SourceRef, { source, symbol }: Statement) =>
  source === url && (requested === undefined || symbol === undefined || symbol === requested)

/** A statement after a reply that has this notice of it, or none. */
function applyNotice(statement: Statement, notice: Notice | undefined, now: number): Statement {
  if (!notice) return endStatement(statement, now)
  if (notice.state !== 'over') return updateStatement(statement, notice)
  if (statement.endedAt !== undefined) return statement
  return endStatement(updateStatement(statement, notice), Math.min(notice.end ?? now, now))
}

const isIdentified = ({ url, begin }: Notice) => url !== undefined || begin !== undefined

/** A notice first seen when over is kept for a day after its end. */
const isRelevant = ({ state, end }: Notice, now: number) =>
  state !== 'over' || (end !== undefined && end <= now && end > now - dayMs)

/**
 * Whether it announced one of these closings without naming its end: in the day before the closing, or during it.
 */
const announcesOneOf = (closings: readonly Statement[], statement: Statement) =>
  statement.via === 'announcements' &&
  isClosing(statement) &&
  statement.end === undefined &&
  closings.some((closing) => {
    const [from, until] = [saidAt(closing), closing.endedAt ?? Infinity]
    const at = saidAt(statement)
    return at >= from - dayMs && at <= until
  })

/** Separates the caution flags of single pairs from all other statements. */
function splitCautions(all: readonly Statement[]): Pick<Official, 'statements' | 'cautions'> {
  const isFlag = ({ what, scope }: Statement) => what === 'caution' && scope === 'pair'
  return { statements: all.filter((statement) => !isFlag(statement)), cautions: all.filter(isFlag) }
}
