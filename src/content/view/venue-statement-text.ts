import { statementText } from '../../ui/official/official-words.ts'
import type { Words } from '../../ui/words/words.ts'
import type { VenueStatement } from './venue-statement.ts'

/** Text of a statement, for display and for screen readers. */
export function venueStatementText(words: Words, statement: VenueStatement, venueName: string): string {
  const { say } = words
  if (statement.kind === 'country')
    return say('country.warned', { venue: venueName, date: statement.standing.on ?? '' })
  const what = statementText(words, statement.relevant.statement)
  return say('official.venueSays', { venue: venueName, what })
}
