import { statementText } from '../../ui/official/official-words.ts'
import type { Words } from '../../ui/words/words.ts'
import type { VenueStatement } from './venue-statement.ts'

/** Text of a statement, for display and for screen readers. */
export function venueStatementText(words: Words, statement: VenueStatement, venueName: string): string {
  const { say } = words
  if (statement.kind === 'country') {
    const { kind, on: date = '', closedOn = '', successor = '' } = statement.standing
    return kind === 'closed'
      ? say('country.closed', { venue: venueName, date, closed: closedOn, successor })
      : say('country.warned', { venue: venueName, date })
  }
  const what = statementText(words, statement.relevant.statement)
  return say('official.venueSays', { venue: venueName, what })
}
