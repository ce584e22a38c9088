import { useState } from 'preact/hooks'
import type { VenueState } from '../market/venue-state.ts'
import { isMuting } from '../shared/visible.ts'
import type { Mute } from '../shared/storage/items.ts'
import { MuteList } from '../ui/mutes/mute-list.tsx'
import { venueStateText } from '../ui/words/venue-words.ts'
import { VenueStates } from './venues/venue-states.tsx'
import type { PopupWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

interface Props {
  readonly venues: readonly VenueState[]
  readonly mutes: readonly Mute[]
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onRetry: () => void
  /** Requests the browser's permission for a venue again. */
  readonly onAllow: (venue: string) => void
  readonly onUnmute: (pair: Mute['pair']) => void
}

type Part = 'venues' | 'mutes'

/** Whether its data arrive and can be read: one that is still connecting does not count. */
function isLive(venue: VenueState, words: PopupWords, now: number): boolean {
  const isFeeding = venue.kind === 'live' || venue.kind === 'polling'
  return isFeeding && !venueStateText(words, venue, now).isProblem
}

/** How the venues do and what is muted: one line, of which a part unfolds. */
export function PopupFoot({ venues, mutes, words, now, onRetry, onAllow, onUnmute }: Props) {
  const [open, setOpen] = useState<Part | null>(null)
  const { say } = words
  const failing = venues.filter((venue) => !isLive(venue, words, now)).length
  const muting = mutes.filter((mute) => isMuting(mute, now))
  const live = say('popup.foot.live', { n: venues.length - failing })
  const names: Readonly<Record<Part, string>> = {
    venues: failing === 0 ? live : say('popup.foot.not', { live, n: failing }),
    mutes: say('popup.foot.muted', { n: muting.length }),
  }
  const parts = [
    ...(venues.length > 0 ? ['venues' as const] : []),
    ...(muting.length > 0 ? ['mutes' as const] : []),
  ]
  const shown = open !== null && parts.includes(open) ? open : null
  return (
    <section class={`foot${failing > 0 ? ' has-failing' : ''}`} aria-label={say('popup.foot')}>
      <div class="folds">
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            class={part}
            aria-expanded={shown === part}
            onClick={() => setOpen(shown === part ? null : part)}
          >
            {names[part]}
          </button>
        ))}
      </div>
      {shown === 'venues' && <VenueStates {...{ venues, words, now, onRetry, onAllow }} />}
      {shown === 'mutes' && (
        <MuteList
          mutes={muting}
          {...{ words, now, onUnmute }}
          venueName={(id) => venueName(id, words.lang)}
        />
      )}
    </section>
  )
}
