import { siteOf } from '../exchanges/registry.ts'
import type { Official } from '../market/official.ts'
import { officialSummaryOf } from '../shared/official.ts'
import { ageText, statementText } from '../ui/official/known-words.ts'
import { SourceAnchor } from '../ui/official/source-anchor.tsx'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

/** What closes venues as a whole now, in their own words: it explains why their data stand still. */
export function Closings({ officials, words }: { officials: readonly Official[]; words: PopupWords }) {
  const closed = officials.flatMap((official) => {
    const { venue } = official
    const known = officialSummaryOf(official, { venue, symbol: null, base: null, quote: null }, 0)
    return known?.closing ? [{ venue, says: known.closing, now: known.now }] : []
  })
  return closed.map(({ venue, says, now }) => (
    <section key={venue} class="closing" aria-label={words.say('official')}>
      <PageIcon name="official" />
      <b>
        {words.say('official.venueSays', {
          venue: siteOf(venue)?.name ?? venue,
          what: statementText(words, says.statement),
        })}
      </b>
      <small>
        <SourceAnchor way={says.source} /> {ageText(words, says.at, { now })}
      </small>
    </section>
  ))
}
