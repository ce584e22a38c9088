import type { Official } from '../../market/official.ts'
import { officialSummaryOf } from '../../shared/official.ts'
import { statementText, whenText } from '../../ui/official/official-words.ts'
import { HostLink } from '../../ui/official/host-link.tsx'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PopupWords } from '../words.ts'
import { venueName } from '../../shared/venue-name.ts'

/**
 * Venues that are closed now, by their own statements: it explains why no data arrive. Folded to one line, for on a
 * day on which many close the list matters more.
 */
export function VenueClosures({ officials, words }: { officials: readonly Official[]; words: PopupWords }) {
  const closed = officials.flatMap((official) => {
    const { venue } = official
    const summary = officialSummaryOf(official, { venue, symbol: null, base: null, quote: null }, 0)
    if (!summary?.closing) return []
    return [{ venue, name: venueName(venue, words.lang), closing: summary.closing, now: summary.now }]
  })
  const [first] = closed
  if (!first) return null
  return (
    <details class="closings">
      <summary>
        <PageIcon name="official" />
        {closed.length === 1
          ? words.say('popup.closed.one', { venue: first.name })
          : words.say('popup.closed', { n: closed.length })}
      </summary>
      {closed.map(({ venue, name, closing, now }) => (
        <section key={venue} class="closing" aria-label={words.say('official')}>
          <b>
            {words.say('official.venueSays', { venue: name, what: statementText(words, closing.statement) })}
          </b>
          <small>
            <HostLink source={closing.source} /> {whenText(words, closing, { now })}
          </small>
        </section>
      ))}
    </details>
  )
}
