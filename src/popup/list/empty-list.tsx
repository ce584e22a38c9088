import type { VenueState } from '../../market/venue-state.ts'
import { silenceOf } from '../../shared/silence.ts'
import type { PopupWords } from '../words.ts'

interface Props {
  readonly venues: readonly VenueState[]
  /** Whether search or tier filter are set: the list may be empty for that reason alone. */
  readonly isFiltered: boolean
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onRetry: () => void
}

/** What an empty list means: which pairs are watched, and that this is no forecast. */
export function EmptyList({ venues, isFiltered, words: { say }, now, onRetry }: Props) {
  if (isFiltered)
    return (
      <div class="empty">
        <h3>{say('popup.noMatch')}</h3>
      </div>
    )
  const active = venues.filter((venue) => venue.pairs > 0 && silenceOf(venue, now) === undefined)
  if (active.length === 0)
    return (
      <div class="empty">
        <h3>{say('popup.blind')}</h3>
        <p>{say('popup.blind.why')}</p>
        <button type="button" class="btn" onClick={onRetry}>
          {say('action.retry')}
        </button>
      </div>
    )
  const pairs = active.reduce((sum, venue) => sum + venue.pairs, 0)
  return (
    <div class="empty">
      <svg width="120" height="34" viewBox="0 0 120 34" aria-hidden="true">
        <path d="M2 20h16l5-3 6 5 6-4 8 2h13l4-4 6 6 5-2h14l6-3 5 4 6-1h14" />
      </svg>
      <h3>{say('popup.empty')}</h3>
      <p>
        {say('popup.empty.watched', { n: pairs, venues: say('popup.venues', { n: active.length }) })}
        {say('sentence.join') + say('honest')}
      </p>
    </div>
  )
}
