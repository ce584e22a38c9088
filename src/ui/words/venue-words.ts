import type { VenueState } from '../../market/venue-state.ts'
import { silenceOf } from '../../shared/silence.ts'
import type { PageIconName } from '../icons/page-icons.ts'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from './page-texts.ts'
import type { Words } from './words.ts'

/** A venue's state as written, and whether the trader should notice it. */
export interface VenueWords {
  readonly icon: PageIconName
  readonly text: string
  readonly bad: boolean
}

/** Says how a venue's data reach us. `now` is wall clock, ms. */
export function venueWords(
  { say, format }: Pick<Words, 'format'> & { readonly say: Say<PageKey> },
  venue: VenueState,
  now: number,
): VenueWords {
  const length = format.length(now - (venue.receivedAt ?? now))
  const silence = silenceOf(venue, now)
  // A worker that died leaves `live` behind: silence outranks what it last said of itself.
  const kind =
    silence !== undefined && (venue.kind === 'live' || venue.kind === 'polling') ? 'stale' : venue.kind
  const drawn = { icon: icons[kind], bad: isBad(kind) }
  if (kind === 'stale')
    return {
      ...drawn,
      text: venue.receivedAt === null ? say('venue.staleNever') : say('venue.stale', { length }),
    }
  if (kind === 'rate-limited')
    return {
      ...drawn,
      text:
        venue.retryAt === null
          ? say('venue.limited')
          : say('venue.rate-limited', { time: format.clock(venue.retryAt) }),
    }
  return { ...drawn, text: say(`venue.${kind}`, { length }) }
}

const isBad = (kind: VenueState['kind']) =>
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
