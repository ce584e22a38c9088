import { siteOf } from '../exchanges/registry.ts'
import type { VenueState } from '../market/venue-state.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import { venueWords } from '../ui/words/venue-words.ts'
import type { PopupWords } from './words.ts'

interface Props {
  readonly venues: readonly VenueState[]
  readonly words: PopupWords
  /** Wall clock, ms. */
  readonly now: number
  readonly onRetry: () => void
  /** Asks the browser again for a venue that it does not let us ask. */
  readonly onAllow: (venue: string) => void
}

/** How each venue's data reach us, with a way to try again where they do not. */
export function VenueStates({ venues, words, now, onRetry, onAllow }: Props) {
  const states = venues.map((venue) => ({
    venue: venue.venue,
    kind: venue.kind,
    ...venueWords(words, venue, now),
  }))
  return (
    <section class="venues" aria-label={words.say('popup.venueStates')}>
      {/* Seventeen of them scroll, so they take part in the keyboard order. */}
      <ul tabIndex={0}>
        {states.map(({ venue, kind, icon, text, bad }) => (
          <li key={venue} class={bad ? 'bad' : ''}>
            <PageIcon name={icon} />
            {siteOf(venue)?.name ?? venue}
            <span class="num">{text}</span>
            {kind === 'no-permission' && (
              <button type="button" class="btn" onClick={() => onAllow(venue)}>
                {words.say('venue.grant')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {states.some(({ kind, bad }) => bad && kind !== 'no-permission') && (
        <button type="button" class="btn" onClick={onRetry}>
          {words.say('action.retry')}
        </button>
      )}
    </section>
  )
}
