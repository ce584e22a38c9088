import type { Notice } from '../../market/notice.ts'
import type { Statement } from '../../market/official.ts'
import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { ended, firstSaid, saidAgain, sameness } from './statement-identity.ts'
import { resumesTrading } from './title-words.ts'

const timeOf = ({ begin, seenAt }: Statement) => begin ?? seenAt

/** Whether `news` says that what `statement` said is over: of the same market and coins, said before. */
function takesBack(news: Statement, statement: Statement): boolean {
  if (news === statement || news.market !== statement.market) return false
  if (statement.source !== news.source || timeOf(statement) > timeOf(news)) return false
  if (news.scope !== statement.scope) return false
  if (!statement.assets.every((asset) => news.assets.includes(asset))) return false
  return (news.what === statement.what && news.state === 'over') || reopens(news, statement)
}

/** "Resumes trading; trades rolled back" is about a rollback, and ends the maintenance too. */
function reopens({ scope, title }: Statement, { what }: Statement): boolean {
  const isClosed = what === 'maintenance' || what === 'halt'
  return isClosed && scope === 'venue' && title !== undefined && resumesTrading(title)
}

/**
 * Takes a page of announcements. It shows the latest only: what is no longer on it was not taken back. What says
 * that something works again ends what said that it does not.
 */
export function takeAnnouncements(
  ledger: OfficialState,
  rows: readonly Row[],
  told: SourceRef,
  now: number,
): OfficialState {
  const { official } = ledger
  const said = new Map(
    rows.filter((row): row is Notice => row.type === 'notice').map((row) => [sameness(row), row]),
  )
  const known = new Set<string>()
  const followed = official.statements.map((statement) => {
    const notice = statement.source === told.url ? said.get(sameness(statement)) : undefined
    if (!notice) return statement
    known.add(sameness(statement))
    // Its own "over" outlasts a page that still shows it as it was.
    return statement.endedAt === undefined ? saidAgain(statement, notice) : statement
  })
  const fresh = [...said]
    .filter(([key]) => !known.has(key))
    .map(([, notice]) => firstSaid(official.venue, notice, told, now))
  const all = [...fresh, ...followed]
  const news = all.filter(({ source }) => source === told.url)
  const statements = all.map((statement) => {
    if (statement.state === 'over') return statement
    const back = news.find((one) => takesBack(one, statement))
    return back ? ended(statement, Math.min(now, timeOf(back))) : statement
  })
  return { ...ledger, official: { ...official, statements } }
}
