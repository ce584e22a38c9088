import type { Notice } from '../../market/notice.ts'
import { isClosing, type Official, type Statement } from '../../market/official.ts'
import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { ended, firstSaid, saidAgain, sameness } from './statement-identity.ts'

const DAY = 86_400_000

/**
 * Takes what a status says: all that is so now. What was said before and is not any more has ended; "open" and
 * "completed" end what they are about and are no statements of their own.
 */
export function takeStatus(
  ledger: OfficialState,
  rows: readonly Row[],
  told: SourceRef,
  now: number,
): OfficialState {
  const { official } = ledger
  const notices = rows.filter((row): row is Notice => row.type === 'notice')
  const said = new Map(notices.map((notice) => [sameness(notice), notice]))
  const known = new Set<string>()
  const before = [...official.statements, ...official.cautions]
  const followed = before.map((statement) => {
    if (!speaksOf(told, statement)) return statement
    const key = sameness(statement)
    const isOver = statement.endedAt !== undefined
    // Without a name of its own, what has ended and is said again is another statement.
    if (isOver && !hasName(statement)) return statement
    known.add(key)
    return followedUp(statement, said.get(key), now)
  })
  const fresh = [...said]
    .filter(([key, notice]) => !known.has(key) && isWorth(notice, now))
    .map(([, notice]) => followedUp(firstSaid(official.venue, notice, told, now), notice, now))
  const closed = followed.filter((one, i) => isClosing(one) && one.endedAt !== before[i]?.endedAt)
  const all = [...fresh, ...followed].map((one) => (isAnnounced(one, closed) ? ended(one, now) : one))
  return { ...ledger, official: { ...official, ...parted(all) } }
}

/** Whether the answer is about the statement: of the same source, and of the pair that was asked for. */
const speaksOf = ({ url, asked }: SourceRef, { source, symbol }: Statement) =>
  source === url && (asked === undefined || symbol === undefined || symbol === asked)

/** A statement after an answer that says this of it, or nothing. */
function followedUp(statement: Statement, notice: Notice | undefined, now: number): Statement {
  if (!notice) return ended(statement, now)
  if (notice.state !== 'over') return saidAgain(statement, notice)
  if (statement.endedAt !== undefined) return statement
  return ended(saidAgain(statement, notice), Math.min(notice.end ?? now, now))
}

const hasName = ({ url, begin }: Notice) => url !== undefined || begin !== undefined

/** What was never seen running is worth keeping for a day after its end. */
const isWorth = ({ state, end }: Notice, now: number) =>
  state !== 'over' || (end !== undefined && end <= now && end > now - DAY)

/** Whether it announced one of these closings, without saying when it ends: in the day before it, or while it ran. */
const isAnnounced = (one: Statement, closed: readonly Statement[]) =>
  one.via === 'announcements' &&
  isClosing(one) &&
  one.end === undefined &&
  closed.some((closing) => {
    const [from, until] = [closing.begin ?? closing.seenAt, closing.endedAt ?? Infinity]
    const at = one.begin ?? one.seenAt
    return at >= from - DAY && at <= until
  })

/** Statements, and the caution flags of single pairs apart from them. */
function parted(all: readonly Statement[]): Pick<Official, 'statements' | 'cautions'> {
  const isFlag = ({ what, scope }: Statement) => what === 'caution' && scope === 'pair'
  return { statements: all.filter((one) => !isFlag(one)), cautions: all.filter(isFlag) }
}
