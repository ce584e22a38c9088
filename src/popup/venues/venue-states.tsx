import type { VenueState } from '../../market/venue-state.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { venueStateText } from '../../ui/words/venue-words.ts'
import type { PopupWords } from '../words.ts'
import { venueName } from '../../shared/venue-name.ts'

interface Props {
  readonly venues: readonly VenueState[]
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onRetry: () => void
  /** Requests the browser's permission for a venue again. */
  readonly onAllow: (venue: string) => void
}

/** How each venue's data arrive, with a retry button where they do not. */
export function VenueStates({ venues, words, now, onRetry, onAllow }: Props) {
  const states = venues.map((venue) => ({
    venue: venue.venue,
    kind: venue.kind,
    ...venueStateText(words, venue, now),
  }))
  return (
    <div class="venues">
      {/* Seventeen venues scroll, so the list must be focusable by keyboard. */}
      <ul tabIndex={0} aria-label={words.say('popup.venueStates')}>
        {states.map(({ venue, kind, icon, text, isProblem, example }) => (
          <li key={venue} class={isProblem ? 'bad' : ''}>
            <PageIcon name={icon} />
            {venueName(venue, words.lang)}
            <span class="num">{text}</span>
            {kind === 'no-permission' && (
              <button type="button" class="btn" onClick={() => onAllow(venue)}>
                {words.say('venue.grant')}
              </button>
            )}
            {example !== undefined && <small lang="en">{example}</small>}
          </li>
        ))}
      </ul>
      {states.some(({ kind, isProblem }) => isProblem && kind !== 'no-permission') && (
        <button type="button" class="btn" onClick={onRetry}>
          {words.say('action.retry')}
        </button>
      )}
    </div>
  )
}
