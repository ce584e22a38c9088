import { elapsedMs } from '../../market/elapsed.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { silenceOf } from '../../shared/silence.ts'
import type { PageIconName } from '../icons/page-icons.ts'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from './page-texts.ts'
import type { Words } from './words.ts'

/** State of a venue's feed in words, and whether it is a problem. */
export interface VenueStateText {
  readonly icon: PageIconName
  readonly text: string
  readonly isProblem: boolean
}

/** How a venue's data arrive, in words. `now` is wall clock (ms). */
export function venueStateText(
  { say, format }: Pick<Words, 'format'> & { readonly say: Say<PageKey> },
  venue: VenueState,
  now: number,
): VenueStateText {
  const length = format.length(elapsedMs(venue.receivedAt ?? now, now))
  const silence = silenceOf(venue, now)
  // A terminated worker leaves the state `live` in storage: missing data outrank the stored state.
  const kind =
    silence !== undefined && (venue.kind === 'live' || venue.kind === 'polling') ? 'stale' : venue.kind
  const shown = { icon: icons[kind], isProblem: isProblemKind(kind) }
  if (kind === 'stale')
    return {
      ...shown,
      text: venue.receivedAt === null ? say('venue.staleNever') : say('venue.stale', { length }),
    }
  if (kind === 'rate-limited')
    return {
      ...shown,
      text:
        venue.retryAt === null
          ? say('venue.limited')
          : say('venue.rate-limited', { time: format.clock(venue.retryAt) }),
    }
  const text = say(`venue.${kind}`, { length })
  const n = unheardPairs(venue)
  return { ...shown, text: n > 0 ? say('venue.unheard', { text, n }) : text }
}

/** Pairs whose trades were asked for in vain. */
const unheardPairs = ({ subscriptions }: VenueState) =>
  (subscriptions?.refused ?? 0) + (subscriptions?.unanswered ?? 0)

const isProblemKind = (kind: VenueState['kind']) =>
  kind === 'stale' || kind === 'blocked' || kind === 'rate-limited' || kind === 'no-permission'

const icons: Readonly<Record<VenueState['kind'], PageIconName>> = {
  connecting: 'venue-polling',
  live: 'venue-live',
  polling: 'venue-polling',
  stale: 'venue-stale',
  blocked: 'venue-blocked',
  'rate-limited': 'venue-rate-limited',
  'no-permission': 'venue-permission',
  off: 'venue-off',
}
